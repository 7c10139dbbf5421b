#!/usr/bin/env python3
"""The engine behind the page's calls, where it breaks down and where it does not (host_test.mjs)."""
import sys

import in_node
import page

if __name__ == "__main__":
    sys.exit(in_node.main("host_test", page.WASM))
