/* For tests under wine only: prints the text of every window on the screen and of what is inside it, one a line, so that a
   test can read a message box as a person does. */
#define UNICODE
#include <stdio.h>
#include <windows.h>

static BOOL CALLBACK tell(HWND window, LPARAM is_inside)
{
    WCHAR text[4096] = L"";
    char out[3 * 4096] = "";
    DWORD_PTR result;
    if (!IsWindowVisible(window))
        return TRUE;
    SendMessageTimeoutW(window, WM_GETTEXT, 4096, (LPARAM)text, SMTO_ABORTIFHUNG, 1000, &result);
    WideCharToMultiByte(CP_UTF8, 0, text, -1, out, sizeof out, NULL, NULL);
    for (char *at = out; *at; at++)
        if (*at == '\n' || *at == '\r')
            *at = ' ';
    if (*out)
        printf("%s%s\n", is_inside ? "  " : "", out);
    if (!is_inside)
        EnumChildWindows(window, tell, 1);
    return TRUE;
}

/* Ends with 1 where there is no screen yet: on a busy machine wine's desktop comes late, and boxes would be lost. */
int main(void)
{
    EnumWindows(tell, 0);
    return GetSystemMetrics(SM_CXSCREEN) == 1280 ? 0 : 1;
}
