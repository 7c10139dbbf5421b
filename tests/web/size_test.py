#!/usr/bin/env python3
"""How much the page is to load, and how large it is as one file.

    size_test.py PROGRAM SCHEMAS
"""
import unittest

import page

LOADED = ["index.html", "page.css", "page.js", "worker.js", "engine.wasm"]
MOST_LOADED = 250_000  # by Brotli, as web/build/packed.mjs leaves them
MOST_IN_ONE_FILE = 600_000


class Size(unittest.TestCase):
    def test_it_is_small_to_load(self):
        packed = {name: (page.BUILT / "site" / f"{name}.br").stat().st_size for name in LOADED}
        print("by Brotli:", ", ".join(f"{name} {size:,}" for name, size in packed.items()))
        print(f"in all {sum(packed.values()):,} bytes, at most {MOST_LOADED:,}")
        self.assertLessEqual(sum(packed.values()), MOST_LOADED)

    def test_as_one_file_it_is_small(self):
        size = (page.BUILT / "inspector.html").stat().st_size
        print(f"inspector.html: {size:,} bytes, at most {MOST_IN_ONE_FILE:,}")
        self.assertLessEqual(size, MOST_IN_ONE_FILE)


if __name__ == "__main__":
    page.main()
