"""What the tests of `package` share: a bundle, and how to unpack it."""
import pathlib
import re
import zipfile

from command import output, run
from grading import Grading


def unpacked(archive, folder, but=None):
    """As an unpacker that keeps modes does; what is of a path like that is left out."""
    with zipfile.ZipFile(archive) as files:
        for info in files.infolist():
            if but and re.search(but, info.filename):
                continue
            path = pathlib.Path(files.extract(info, folder))
            path.chmod(info.external_attr >> 16)
    return folder


class Bundles(Grading):
    def bundle(self, system, *words):
        path = self.folder / f"{system}.zip"
        output("package", system, str(path), *words)
        return path

    def refused(self, *words):
        done = run("package", *map(str, words))
        self.assertEqual((done.returncode, done.stdout), (2, ""), words)
        self.assertRegex(done.stderr, r"\Aworkbook: [^\n]+\n\Z")
        return done.stderr
