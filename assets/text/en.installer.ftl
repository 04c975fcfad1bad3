## What the uninstaller asks and says, and the window program's options for it.
take-back-ask =
    Separate Entrance opened entrances at your router ({ $router }): { $ports }

    They stay open when the program is gone, and nobody will know any more that they were opened for you. Shall it take them back now?
take-back-done = Taken back: nothing that this program opened at your router is open any more.
take-back-left =
    These entrances are still open at your router: { $ports }

    { $why } Delete them on the router's own page, or install the program again and take them back in your office.
help-arg-take-back = Ask whether to take back what this program opened, then end
