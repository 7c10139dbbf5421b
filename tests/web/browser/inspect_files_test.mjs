// Rows out of files: dropped on the page or chosen, of each kind, as long as a vocabulary, and wrong
// ones, which each get a line of their own while the last picture stays.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./browser.mjs";
import { addressed, becomes, complaint, control, drawnOn, inspect, settled } from "./inspect_page.mjs";

const data = join(process.env.SOFTMAX_DATA ?? join(root, "..", "shared", "data"), "gpt2");

// --- files ---

/** NumPy's format, version 1.0: magic, the length of the header, the header, the numbers. */
function npyHead(shape) {
  const said = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(", ")},), }`;
  const header = said.padEnd(117) + "\n";
  return Buffer.concat([Buffer.from("\x93NUMPY\x01\x00", "latin1"), Buffer.from([header.length, 0]), Buffer.from(header)]);
}
function npy(numbers, shape = [numbers.length]) {
  return Buffer.concat([npyHead(shape), Buffer.from(new Float32Array(numbers).buffer)]);
}

const vocabulary = Array.from({ length: 50_257 }, (_, i) => -140 + ((i * 7919) % 1000) / 64);
const twoRows = npy([1, 2, 3, 30, 20, 10], [2, 3]);

const good = [
  ["row.npy", npy([3, 1, 2]), 3],
  ["row.json", Buffer.from("[3, 1, 2.5, -1e3]"), 4],
  ["row.txt", Buffer.from("3\n1\n2\n-inf\n"), 4],
  ["row.csv", Buffer.from("3,1,2\n"), 3],
  ["vocabulary.npy", npy(vocabulary), 50_257],
  ["vocabulary.txt", Buffer.from(vocabulary.join("\n")), 50_257],
];

const wrong = [
  ["empty.txt", Buffer.from(""), /empty/],
  ["broken.npy", npy(vocabulary).subarray(0, 1000), /broken\.npy/],
  ["broken.json", Buffer.from("[1, 2"), /broken\.json/],
  ["letters.txt", Buffer.from("1\ntwo\n"), /two/],
  ["nan.npy", npy([1, NaN]), /nan/i],
  ["noise.npy", Buffer.from([1, 2, 3, 4, 255]), /noise\.npy/],
  ["<img src=x onerror=alert(1)>.txt", Buffer.from("one"), /one/],
];

// --- ways to give one ---

async function choose(page, name, buffer) {
  await (await control(page, "a file of logits")).setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** The events of a drop, with the file that a hand would have brought. */
async function drop(page, name, buffer) {
  const transfer = await page.evaluateHandle(([name, base64]) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const made = new DataTransfer();
    made.items.add(new File([bytes], name));
    return made;
  }, [name, buffer.toString("base64")]);
  const onto = page.locator(".results");
  await onto.dispatchEvent("dragover", { dataTransfer: transfer });
  await onto.dispatchEvent("drop", { dataTransfer: transfer });
}

const facts = (page) => page.locator(".controls p").filter({ hasText: "logits." }).textContent();

async function assertOpened(page, name, count) {
  await addressed(page, { file: name });
  await settled(page);
  await becomes(() => facts(page), `${name}: ${count.toLocaleString("en-US")} logits.`);
  assert.equal(await complaint(page), "");
  assert.equal(await page.locator("table.bars tbody tr").count(), Math.min(count, 16));
}

for (const [name, bytes, count] of good) {
  for (const give of [choose, drop]) {
    test(`${give.name} ${name}`, async () => {
      const { page, close } = await inspect();
      const own = `${give.name}_${name}`; // the page still holds the file that was given by the other way
      await give(page, own, bytes);
      await assertOpened(page, own, count);
      await close();
    });
  }
}

test("a row of a two-dimensional file", async () => {
  const { page, close } = await inspect();
  await drop(page, "two.npy", twoRows);
  await page.locator(".status").filter({ hasText: "row" }).waitFor();
  const row = await control(page, "row of a two-dimensional file");
  for (const [number, first] of [["0", "1"], ["1", "30"]]) {
    await row.fill(number);
    await addressed(page, { file: "two.npy", row: number });
    await settled(page);
    assert.equal(await page.locator("table.bars tbody td").first().textContent(), first);
  }
  await row.fill("2");
  await page.locator(".status").filter({ hasText: "row 2" }).waitFor();
  await row.fill("one");
  assert.equal(await row.getAttribute("aria-invalid"), "true");
  await close();
});

// --- what is wrong ---

async function assertRefused(page, give, line) {
  const before = await drawnOn(page);
  await give();
  await page.locator(".status").filter({ hasText: line }).waitFor({ timeout: 60_000 });
  await settled(page);
  assert.equal(await drawnOn(page), before);
  assert.equal(await page.locator(".picture.stale").count(), 1);
  assert.equal(await page.locator(".results img, .results script").count(), 0);
}

for (const [name, bytes, line] of wrong) {
  test(`a wrong file, ${name}`, async () => {
    const { page, close } = await inspect("z=1000,999,998");
    await assertRefused(page, () => drop(page, name, bytes), line);
    await close();
  });
}

/** Too long for a test to bring along: it is made in the page. */
async function dropMany(page, name, bytes) {
  const transfer = await page.evaluateHandle(([name, parts, times]) => {
    const made = new DataTransfer();
    const head = Uint8Array.from(atob(parts[0]), (letter) => letter.charCodeAt(0));
    made.items.add(new File([head, ...Array(times).fill(parts[1])], name));
    return made;
  }, [name, ...bytes]);
  await page.locator(".results").dispatchEvent("drop", { dataTransfer: transfer });
}

const most = 10_000_000;
for (const [name, parts] of [
  ["many.npy", [[npyHead([most]).toString("base64"), "\0".repeat(400)], most / 100]],
  ["many.txt", [["", "1\n".repeat(100)], most / 100]],
]) {
  test(`ten million logits, ${name}: one line, and the page goes on`, async () => {
    const { page, close } = await inspect("z=1000,999,998");
    await assertRefused(page, () => dropMany(page, name, parts), /10,?000,?000|many/);
    await (await control(page, "Back to logits by hand")).click();
    await addressed(page, {});
    await settled(page);
    assert.equal(await complaint(page), "");
    await close();
  });
}

test("a link that names a file says that it holds none", async () => {
  const { page, close } = await inspect("file=mine.npy&row=3");
  assert.equal(await complaint(page), "mine.npy is not here: a link cannot hold a file. Drop it on this page.");
  await drop(page, "mine.npy", npy([1, 2]));
  await assertOpened(page, "mine.npy", 2);
  await close();
});

test("the synthetic row is made anew by its link, and says that it is synthetic", async () => {
  const name = "synthetic_row_of_50257.txt";
  const { page, close } = await inspect(`file=${name}`);
  assert.equal(await facts(page), `${name}: 50,257 logits. It is synthetic: a generator made it, and no model.`);
  await close();
});

for (const name of ["spaceship.npy", "data_visualization.npy"]) {
  const real = join(data, name);
  test(`a model's own row, ${name}`, { skip: existsSync(real) ? false : `${real} is not there` }, async () => {
    const { page, close } = await inspect();
    await (await control(page, "a file of logits")).setInputFiles(real);
    await assertOpened(page, name, 50_257);
    await close();
  });
}
