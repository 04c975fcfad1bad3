#!/usr/bin/env python3
"""Runs a program as a kernel would that does not know the newer system calls: those above a number are answered "no such
call", as such a kernel does. Flags and options that came later within an older call are not held back.

Usage: tests/packages/older_kernel.py LAST COMMAND…     LAST: number of the last call that it knows, on x86-64:
       311 for Linux 3.2, 298 for Linux 2.6.32"""

import ctypes
import errno
import os
import struct
import sys

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
LOAD_WORD, JUMP_IF_ABOVE, RETURN = 0x20, 0x25, 0x06
ALLOW, ERROR = 0x7FFF0000, 0x00050000


class Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]


def hold_back(last):
    """From now on, for this process and all that it starts."""
    step = struct.Struct("=HBBI")
    steps = b"".join([
        step.pack(LOAD_WORD, 0, 0, 0),
        step.pack(JUMP_IF_ABOVE, 0, 1, last),
        step.pack(RETURN, 0, 0, ERROR | errno.ENOSYS),
        step.pack(RETURN, 0, 0, ALLOW),
    ])
    text = ctypes.create_string_buffer(steps, len(steps))
    told = Filter(len(steps) // step.size, ctypes.addressof(text))
    libc = ctypes.CDLL(None, use_errno=True)
    for command in ((PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(told), 0, 0)):
        if libc.prctl(*command):
            raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    hold_back(int(sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])
