#!/usr/bin/env python3
"""What `grade` takes for a submission, and what it refuses of one.

    grade_submissions_test.py PROGRAM SCHEMAS
"""
import io
import os
import stat
import tarfile
import time
import zipfile

import command
from grading import NO_CODE, ROOT, SKELETON, TOPIC, Grading, hand_in

ENTRY = f"{TOPIC}/answer.cpp"
MIB = 1 << 20


def add(tar, name, data=b"", kind=tarfile.REGTYPE, link=""):
    info = tarfile.TarInfo(name)
    info.type, info.size, info.linkname = kind, len(data), link
    tar.addfile(info, io.BytesIO(data))


class Submissions(Grading):
    """What was taken shows in the compiler's words: an answer is a line that is no C++."""

    def tar(self, name, *entries, mode="w"):
        with tarfile.open(self.folder / name, mode) as tar:
            for entry in entries:
                add(tar, *entry)
        return self.folder / name

    def zip(self, name, *entries, how=zipfile.ZIP_DEFLATED):
        with zipfile.ZipFile(self.folder / name, "w", how) as archive:
            for entry, data in entries:
                archive.writestr(entry, data)
        return self.folder / name

    def one(self, path):
        """The record of one submission."""
        (record,) = self.records(path).values()
        return record

    def taken(self, path):
        """Whether the answer is the line that is no C++."""
        record = self.one(path)
        self.assertIsNone(record["refused"])
        return NO_CODE.strip() in (record["exercises"][0]["diagnostics"] or "")

    def refusal(self, path):
        record = self.one(path)
        self.assertEqual((record["verdict"], record["points"]), ("refused", 0))
        return record["refused"]

    def test_a_folder_like_answers_or_one_that_holds_it(self):
        self.assertTrue(self.taken(hand_in(self.folder / "ada", NO_CODE)))
        hand_in(self.folder / "bob" / "answers", NO_CODE)
        self.assertTrue(self.taken(self.folder / "bob"))

    def test_an_archive_in_any_usual_compression(self):
        data = NO_CODE.encode()
        for end, mode in ((".tar", "w"), (".tar.gz", "w:gz"), (".tgz", "w:gz"),
                          (".tar.bz2", "w:bz2"), (".tar.xz", "w:xz")):
            self.assertTrue(self.taken(self.tar("a" + end, (ENTRY, data), mode=mode)), end)
        for how in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            self.assertTrue(self.taken(self.zip("a.zip", (ENTRY, data), how=how)), how)

    def test_the_answers_may_lie_deeper(self):
        for path in (f"./{ENTRY}", f"answers/{ENTRY}", f"ada's work/answers/{ENTRY}",
                     f"answers\\{TOPIC}\\answer.cpp"):
            self.assertTrue(self.taken(self.zip("a.zip", (path, NO_CODE))), path)

    def test_of_a_whole_workbook_only_answers_are_taken(self):
        path = self.zip("a.zip", (f"w/exercises/{ENTRY}", SKELETON), (f"w/answers/{ENTRY}", NO_CODE),
                        (f"w/solutions/{ENTRY}", SKELETON))
        self.assertTrue(self.taken(path))

    def test_one_file_with_the_exercise_named(self):
        (self.folder / "answer.cpp").write_text(NO_CODE)
        self.assertTrue(self.taken(self.folder / "answer.cpp"))
        if len(list((ROOT / "exercises").iterdir())) > 1:
            done = command.run("grade", self.folder / "answer.cpp")
            self.assertEqual(done.returncode, 2)
            self.assertIn("--exercise", done.stderr)

    def test_a_class_is_a_folder_of_them_each_by_its_name(self):
        hand_in(self.school / "ada", NO_CODE)
        (self.school / "bob").mkdir()
        self.zip("class/cleo.zip", (ENTRY, NO_CODE))
        (self.school / "roster.csv").write_text("who")
        (self.school / ".hidden").mkdir()
        done = self.grade(self.school, "--report", "csv=-")
        self.assertEqual([line.split(",")[:2] for line in done.stdout.splitlines()[1:]],
                         [['"ada"', "compile error"], ['"bob"', "missing"],
                          ['"cleo.zip"', "compile error"]])
        self.assertIn("roster.csv", done.stderr)

    def test_two_of_one_name_are_told_before_anything_is_graded(self):
        for school in ("one", "two"):
            hand_in(self.folder / school / "ada", NO_CODE)
        done = self.grade(self.folder / "one", self.folder / "two", code=2)
        self.assertIn("two submissions are called 'ada'", done.stderr)

    def test_no_link_is_followed(self):
        secret = hand_in(self.folder / "secret", NO_CODE)
        (self.school / "whole").symlink_to(secret)
        (self.school / "topic").mkdir()
        (self.school / "topic" / TOPIC).symlink_to(secret / TOPIC)
        (self.school / "file" / TOPIC).mkdir(parents=True)
        (self.school / "file" / ENTRY).symlink_to(secret / ENTRY)
        (self.school / "inner").mkdir()
        (self.school / "inner" / "answers").symlink_to(secret)
        (self.school / "archive.zip").symlink_to(self.zip("a.zip", (ENTRY, NO_CODE)))
        records = self.records(self.school)
        self.assertEqual(len(records), 5)
        for name, record in records.items():
            self.assertIn("link", record["refused"], name)

    def test_only_a_regular_file_is_read(self):
        for name, make in (("fifo", os.mkfifo),
                           ("folder", os.mkdir),
                           ("socket", lambda path: os.mknod(path, stat.S_IFSOCK | 0o600))):
            folder = self.school / name / TOPIC
            folder.mkdir(parents=True)
            make(folder / "answer.cpp")
        for name, record in self.records(self.school).items():
            self.assertIn("no regular file", record["refused"], name)

    def test_an_answer_has_a_largest_size(self):
        long = "//" + "x" * (256 << 10)
        self.assertIn("256 KiB", self.refusal(hand_in(self.folder / "long", long)))
        self.assertIn("256 KiB", self.refusal(self.zip("a.zip", (ENTRY, long))))
        self.assertIn("256 KiB", self.refusal(self.tar("a.tar", (ENTRY, long.encode()))))

    def test_paths_that_lead_out(self):
        target = self.folder / "class" / "out"
        for path in (f"../{ENTRY}", f"a/../../{ENTRY}", str(target), "/etc/passwd", "..",
                     f"..\\{ENTRY}", "C:\\windows\\x", f"ok/{TOPIC}/../../../x"):
            for archive in (self.tar("a.tar", (path, b"x")), self.zip("a.zip", (path, "x"))):
                self.assertIn("leads out", self.refusal(archive), path)
        self.assertFalse(target.exists())

    def test_links_and_devices_in_an_archive(self):
        for kind, word in ((tarfile.SYMTYPE, "is a link"), (tarfile.LNKTYPE, "is a link"),
                           (tarfile.CHRTYPE, "neither"), (tarfile.BLKTYPE, "neither"),
                           (tarfile.FIFOTYPE, "neither")):
            for name in (ENTRY, "other"):
                path = self.tar("a.tar", (name, b"", kind, "/etc/passwd"), (ENTRY, b"x"))
                self.assertIn(word, self.refusal(path), kind)
        info = zipfile.ZipInfo(ENTRY)
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        self.assertIn("is a link", self.refusal(self.zip("a.zip", (info, "/etc/passwd"))))

    def test_bombs_are_refused_in_little_time(self):
        zeros = b"\0" * (64 * MIB)
        begin = time.monotonic()
        deep = self.tar("a.tar.gz", ("zeros", zeros), (ENTRY, b"x"), mode="w:gz")
        self.assertIn("100 times its size", self.refusal(deep))
        flat = self.zip("a.zip", ("zeros", zeros), (ENTRY, "x"))
        self.assertIn("100 times its size", self.refusal(flat))
        noise = os.urandom(MIB)
        large = self.tar("a.tar", *(("noise", noise),) * 260, (ENTRY, b"x"))
        self.assertIn("256 MiB", self.refusal(large))
        sparse = tarfile.TarInfo("hole")
        sparse.size = 1 << 60
        (self.folder / "b.tar").write_bytes(sparse.tobuf() + bytes(1024))
        self.assertIn("256 MiB", self.refusal(self.folder / "b.tar"))
        self.assertLess(time.monotonic() - begin, 60)

    def test_a_hundred_thousand_entries(self):
        with tarfile.open(self.folder / "a.tar.gz", "w:gz") as tar:
            for k in range(100_000):
                tar.addfile(tarfile.TarInfo(str(k)))
        self.assertIn("10000 entries", self.refusal(self.folder / "a.tar.gz"))
        self.assertIn("10000 entries",
                      self.refusal(self.zip("a.zip", *((str(k), "") for k in range(100_000)))))

    def test_names_with_line_ends_stay_in_one_line(self):
        name = "a\n\x1b[31mb\r/../x"
        self.assertIn("'a\\x0a\\x1b[31mb\\x0d/../x'", self.refusal(self.tar("a.tar", (name, b"x"))))
        path = self.tar("ok\n.tar", ("a\nb", b"x"), (ENTRY, NO_CODE.encode()))
        self.assertEqual(self.one(path)["submission"], "ok\\x0a.tar")

    def test_the_same_entry_twice(self):
        with self.assertWarns(UserWarning):
            path = self.zip("a.zip", (ENTRY, NO_CODE), (ENTRY, SKELETON))
        self.assertIn("twice", self.refusal(path))
        path = self.tar("a.tar", (f"a/{ENTRY}", b"x"), (f"b/{ENTRY}", b"y"))
        self.assertIn("twice", self.refusal(path))

    def test_what_is_no_archive_or_is_cut_off(self):
        whole = self.tar("w.tar.gz", (ENTRY, os.urandom(50_000)), mode="w:gz").read_bytes()
        for name, data in (("empty.zip", b""), ("text.zip", b"hello"), ("cut.tar.gz", whole[:30_000]),
                           ("noise.tar", os.urandom(5000))):
            (self.folder / name).write_bytes(data)
            self.assertRegex(self.refusal(self.folder / name), "no zip or tar|damaged", name)


if __name__ == "__main__":
    command.main()
