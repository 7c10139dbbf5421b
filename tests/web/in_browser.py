#!/usr/bin/env python3
"""Runs a test of the page in a browser, which Node runs.

    in_browser.py SCRIPT PROGRAM [--all]

Exit code 4, skipped: what cmake/packages/web.txt lists is not installed, or (the script says that)
Chromium is not.
"""
import os
import sys

import page

if why := page.obstacle():
    print(f"skipped: {why}")
    sys.exit(4)
os.execvp("node", ["node", sys.argv[1], page.BUILT, *sys.argv[2:]])
