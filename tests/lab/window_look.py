"""How the window looks is chosen in it by the keyboard alone, and is there again at the next start."""

from office import Office, wait_for
from programs import Person
from screen import Screen, word


def a_look_is_chosen_by_keyboard_and_is_there_at_the_next_start():
    with Office() as office:
        owner = Person(office, "pc")
        with Screen(owner, name="first") as screen:
            screen.see(word("window-check-mine"))
            screen.key("F10")
            screen.see(word("window-about"))
            screen.picture("menu")
            screen.key("Escape")
            screen.key("ctrl+comma")
            screen.see(word("window-theme.lead"))
            choose(screen, word("window-theme-high-contrast"))
            choose(screen, "130 %")
            choose(screen, "Deutsch")
            screen.see(word("window-theme.lead", "de"))
            screen.picture("chosen")
            settings = owner.folder / "settings.toml"
            wanted = ['theme = "high-contrast"', "text_size = 130", 'language = "de"']
            kept = lambda: settings.exists() and all(line in settings.read_text() for line in wanted)
            wait_for("the look is kept", kept)
        # Somebody spoils the file: the window opens all the same, in its usual look, and says where the old one is.
        settings.write_text(settings.read_text().replace("high-contrast", "sepia"))
        with Screen(owner, name="spoiled") as screen:
            screen.see(".*settings.toml.damaged-1.*")
            screen.picture("spoiled")
            assert screen.shows(word("window-check-mine")), "in the system's language"
        (owner.folder / "settings.toml.damaged-1").replace(settings)
        settings.write_text(settings.read_text().replace("sepia", "high-contrast"))
        with Screen(owner, name="again") as screen:
            screen.see(word("window-check-mine", "de"))
            screen.picture("again")


def choose(screen, name):
    screen.reach(name, "radio button")
    screen.key("space")


TESTS = [a_look_is_chosen_by_keyboard_and_is_there_at_the_next_start]
