#!/usr/bin/env python3
"""Prints exp_table.hpp: powers of two with fractional exponents, by whole-number square roots.

    python3 engine/exp_table.py > engine/exp_table.hpp
"""
from math import isqrt

GUARD = 400  # bits below the point while computing


def roots():
    """2^(1/2), 2^(1/4) ... 2^(1/4096), each with GUARD bits."""
    root, found = 2 << GUARD, []
    for _ in range(12):
        root = isqrt(root << GUARD)
        found.append(root)
    return found


ROOTS = roots()


def power(k):
    """floor(2^(k/4096) 2^127), the product of the roots that k's bits name."""
    value = 1 << GUARD
    for place, root in enumerate(ROOTS):
        if k >> (11 - place) & 1:
            value = value * root >> GUARD
    return value >> (GUARD - 127)


def row(k):
    value = power(k)
    return f"    make_uint128(0x{value >> 64:016x}, 0x{value & (1 << 64) - 1:016x}),"


def table(name, formula, step):
    print(f"/// {formula}, cut off.")
    print(f"inline constexpr std::array<uint128, 64> {name} = {{")
    for i in range(64):
        print(row(i * step))
    print("};\n")


print("""#pragma once
/// The powers of two that exp and log put together. Made by exp_table.py, which a test runs again.

#include <array>

#include "engine/uint128.hpp"

namespace softmax {
""")
table("powers_64th", "floor(2^(i/64) 2^127)", 64)
table("powers_4096th", "floor(2^(j/4096) 2^127)", 1)
print("}  // namespace softmax")
