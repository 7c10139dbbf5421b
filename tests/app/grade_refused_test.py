#!/usr/bin/env python3
"""What `grade` refuses of a submission: links, devices, paths that lead out, too much of anything.

    grade_refused_test.py PROGRAM SCHEMAS
"""
import os
import stat
import tarfile
import time
import zipfile

import command
from grading import ENTRY, NO_CODE, TOPIC, Archives, add, hand_in

MIB = 1 << 20


class Refused(Archives):
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
        names = self.tar("c.tar.gz", *((f"{k}" + "x" * 900_000,) for k in range(20)), mode="w:gz")
        self.assertIn("100 times its size", self.refusal(names))
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

    def test_what_is_no_archive_or_is_cut_off(self):
        whole = self.tar("w.tar.gz", (ENTRY, os.urandom(50_000)), mode="w:gz").read_bytes()
        for name, data in (("empty.zip", b""), ("text.zip", b"hello"),
                           ("cut.tar.gz", whole[:30_000]), ("noise.tar", os.urandom(5000))):
            (self.folder / name).write_bytes(data)
            self.assertRegex(self.refusal(self.folder / name), "no zip or tar|damaged", name)


if __name__ == "__main__":
    command.main()
