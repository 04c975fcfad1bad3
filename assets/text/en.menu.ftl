# The menu of the window and the pages about the program itself.

language-name = English
# What an action or a button may begin with; with dots before it, what a button may end with. For the tests alone.
language-verbs =
    add allow ask call cancel carry change check choose close compare confirm copy correct do find give go help
    hide install keep knock leave let look make move open paste plug put re-check read remove reserve restart run
    save set share show start switch take try turn type use wait write

window-menu = Menu
window-menu-save = Save the report
window-menu-entry = { $name }, { $keys }
window-page-done = Close
window-head = { $at } of { $of }: { $step }
window-head-practice = Practice: { $name }

window-settings = Text size, theme, language
    .lead = Every choice takes effect at once, and the program remembers it.
window-text-size = Text size
    .lead = Everything grows with the text.
window-text-size-percent = { $percent } %
window-text-larger = Larger text
window-text-smaller = Smaller text
window-text-usual = Text of the usual size
window-theme = Theme
    .lead = High contrast helps eyes that need more.
window-theme-system = As the system
window-theme-light = Light
window-theme-dark = Dark
window-theme-high-contrast = High contrast
window-motion = Movement
    .lead = Only the visitor in the picture ever moves.
window-motion-system = As the system
window-motion-little = A little
window-motion-none = None
window-language = Language
    .lead = The words change at once. Nothing that was typed is lost.
window-language-system = As the system

window-glossary = Words explained
    .lead = The technician's words, what each is in our picture of the street, and what it means.
window-glossary-picture = In the picture: { $picture }

window-keyboard = Keyboard
    .lead = Everything can be done without a mouse.
window-key-with-ctrl = Ctrl+{ $key }
window-key-with-command = ⌘{ $key }
window-key-enter = Enter
window-key-enter-does = Press the big button, or what has the focus
window-key-enter-with-ctrl-does = Press the big button from anywhere, also where it changes the router
window-key-esc = Esc
window-key-esc-does = Go back, or shut what is open
window-key-tab = Tab
window-key-back-tab = Shift+Tab
window-key-tab-does = Go to the next button or box, or to the one before
window-key-space = Space
window-key-space-does = Press, tick, or open a list
window-key-arrows = Arrow keys
window-key-arrows-does = Move in lists and menus

window-about = About this program
    .lead = Separate Entrance opens the entrances that your phone system needs. Then it proves from outside which of them work.
window-about-version = Version { $version }
window-about-system = For { $system }
window-about-copy = Copy these facts
window-about-fact = { $name }: { $path }
window-about-files = Where things lie
    .lead = All of it stays on this computer until you send it yourself.
window-lies-settings = Settings and answers
window-lies-journal = Journal of what a router was asked
window-lies-history = Earlier checks
window-lies-reports = Saved reports
window-about-licence = Licences
    .own = This program is free: you may use, copy, change and share it under the MIT licence or the Apache licence 2.0, as you like.
    .fonts = Its fonts are Inter and Noto Emoji (SIL Open Font License 1.1), Hack (MIT and Bitstream Vera), Ubuntu (Ubuntu Font Licence 1.0) and emoji-icon-font (MIT).
window-about-fonts = The licence of the fonts
window-about-licence-libraries = It is built from { $count } libraries by others, each under its own licence.
window-about-libraries = Libraries and their licences

window-gallery = Gallery of parts
    .lead = Every part of the window in the look that is worn now. The names are those of the code.
window-gallery-type = Type
window-gallery-colours = Colours
window-gallery-space = Space
window-gallery-lamps = Lamps
window-gallery-buttons = Buttons
window-gallery-cards = Cards
window-gallery-results = Results
window-gallery-fields = Fields

# Said by a screen reader, shown nowhere else.
window-live-router = Your router was found: { $router }
window-live-no-router = No router answered.
window-live-phones = Your phone system is at { $address }.
window-live-no-phones = No phone system answered.
window-live-results = The check is over. { $top }
window-live-taken-back = Taken back. The router has it no more.
window-live-not-taken-back = Not all of it was taken back.
window-live-done = Done. You are at: { $screen }

window-copy-cell = Copy { $what }
window-cell-copied = Copied: { $what }
window-copy-cells = A click on a value copies it as it is typed.

# Before the system asks.
window-first-start-macos = Your Mac will ask whether this program may look for devices on your local network. Choose "Allow": without it, neither your router nor your phone system can be found.
window-first-start-windows = Windows may ask whether this program may talk on your network. It is best to allow it for private networks: then it hears your router. If you do not, it tells you where no answer could come in.
window-firewall-again = Look again
terminal-windows-asks = Windows may now ask whether others may reach this program. Say yes here: this one must be reached.
