#!/usr/bin/env python3
"""The presets of the inspector: what they say is what the engine says (presets_test.mjs)."""
import sys

import in_node
import page

if __name__ == "__main__":
    sys.exit(in_node.main("presets_test", page.SCRIPTS / "engine.js", page.WASM))
