/* For tests under wine 8 only, never shipped: Rust's library takes its random numbers from bcryptprimitives.dll, which
   every Windows since 8.1 has and this wine lacks. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T left)
{
    while (left > 0) {
        ULONG part = left > 0x10000000 ? 0x10000000 : (ULONG)left;
        if (!SystemFunction036(data, part))
            return FALSE;
        data += part;
        left -= part;
    }
    return TRUE;
}
