# Das Menü des Fensters und die Seiten über das Programm selbst.

language-name = Deutsch
# Womit eine Aufforderung oder ein Knopf beginnen darf; mit Punkten davor, womit ein Knopf enden darf. Nur für die Tests.
language-verbs =
    beenden beginnen berichtigen bestätigen bitten entfernen ergänzen erlauben fragen fügen geben gehen hängen
    installieren klopfen kopieren lassen lesen machen nehmen nennen prüfen reservieren rufen schaffen schalten
    schließen schreiben sehen sorgen starten stecken stellen suchen tippen tun vergleichen versuchen warten wählen
    ändern öffnen …abbrechen …anrufen …einrichten …einsetzen …fragen …helfen …klopfen …kopieren …lassen …lesen
    …machen …nachsehen …nehmen …probieren …prüfen …schließen …speichern …suchen …tun …verbergen …vergleichen
    …verlassen …weitergehen …wählen …zeigen …zurücknehmen …öffnen

window-menu = Menü
window-menu-save = Bericht speichern
window-menu-entry = { $name }, { $keys }
window-page-done = Schließen
window-head = { $at } von { $of }: { $step }
window-head-practice = Übung: { $name }

window-settings = Textgröße, Farben, Sprache
    .lead = Jede Wahl gilt sofort, und das Programm merkt sie sich.
window-text-size = Textgröße
    .lead = Alles wächst mit dem Text.
window-text-size-percent = { $percent } %
window-text-larger = Größerer Text
window-text-smaller = Kleinerer Text
window-text-usual = Text in üblicher Größe
window-theme = Farben
    .lead = Hoher Kontrast hilft Augen, die mehr brauchen.
window-theme-system = Wie das System
window-theme-light = Hell
window-theme-dark = Dunkel
window-theme-high-contrast = Hoher Kontrast
window-motion = Bewegung
    .lead = Nur der Besucher im Bild bewegt sich manchmal.
window-motion-system = Wie das System
window-motion-little = Ein wenig
window-motion-none = Keine
window-language = Sprache
    .lead = Die Wörter wechseln sofort. Nichts Eingetipptes geht verloren.
window-language-system = Wie das System

window-glossary = Wörter erklärt
    .lead = Die Wörter der Fachleute, was jedes in unserem Bild von der Straße ist und was es bedeutet.
window-glossary-picture = Im Bild: { $picture }

window-keyboard = Tastatur
    .lead = Alles geht auch ohne Maus.
window-key-with-ctrl = Strg+{ $key }
window-key-with-command = ⌘{ $key }
window-key-enter = Eingabe
window-key-enter-does = Den großen Knopf drücken, oder was gerade gewählt ist
window-key-enter-with-ctrl-does = Den großen Knopf von überall drücken, auch wo er den Router ändert
window-key-esc = Esc
window-key-esc-does = Zurück, oder Offenes zuklappen
window-key-tab = Tab
window-key-back-tab = Umschalt+Tab
window-key-tab-does = Zum nächsten Knopf oder Feld, oder zum vorigen
window-key-space = Leertaste
window-key-space-does = Drücken, ankreuzen oder eine Liste öffnen
window-key-arrows = Pfeiltasten
window-key-arrows-does = In Listen und Menüs wandern

window-about = Über dieses Programm
    .lead = Separate Entrance öffnet die Eingänge, die Ihre Telefonanlage braucht. Dann beweist es von draußen, welche davon funktionieren.
window-about-version = Version { $version }
window-about-system = Für { $system }
window-about-copy = Diese Angaben kopieren
window-about-fact = { $name }: { $path }
window-about-files = Wo was liegt
    .lead = Alles davon bleibt auf diesem Computer, bis Sie es selbst verschicken.
window-lies-settings = Einstellungen und Antworten
window-lies-journal = Tagebuch: worum ein Router gebeten wurde
window-lies-history = Frühere Prüfungen
window-lies-reports = Gespeicherte Berichte
window-about-licence = Lizenzen
    .own = Dieses Programm ist frei: Sie dürfen es nutzen, kopieren, ändern und weitergeben, nach Wahl unter der MIT-Lizenz oder der Apache-Lizenz 2.0.
    .fonts = Seine Schriften sind Inter und Noto Emoji (SIL Open Font License 1.1), Hack (MIT und Bitstream Vera), Ubuntu (Ubuntu Font Licence 1.0) und emoji-icon-font (MIT).
window-about-fonts = Die Lizenz der Schriften
window-about-licence-libraries = Es ist aus { $count } Bibliotheken anderer gebaut, jede unter ihrer eigenen Lizenz.
window-about-libraries = Bibliotheken und ihre Lizenzen

window-gallery = Schaukasten der Teile
    .lead = Jedes Teil des Fensters, wie es jetzt aussieht. Die Namen sind die des Quelltexts.
window-gallery-type = Schrift
window-gallery-colours = Farben
window-gallery-space = Abstände
window-gallery-lamps = Lampen
window-gallery-buttons = Knöpfe
window-gallery-cards = Karten
window-gallery-results = Ergebnisse
window-gallery-fields = Felder

# Sagt ein Vorleseprogramm; steht sonst nirgends.
window-live-router = Ihr Router wurde gefunden: { $router }
window-live-no-router = Kein Router hat geantwortet.
window-live-phones = Ihre Telefonanlage ist unter { $address }.
window-live-no-phones = Keine Telefonanlage hat geantwortet.
window-live-results = Die Prüfung ist vorbei. { $top }
window-live-taken-back = Zurückgenommen. Der Router hat es nicht mehr.
window-live-not-taken-back = Nicht alles wurde zurückgenommen.
window-live-done = Fertig. Sie sind bei: { $screen }

window-copy-cell = { $what } kopieren
window-cell-copied = Kopiert: { $what }
window-copy-cells = Ein Klick auf einen Wert kopiert ihn so, wie er eingetippt wird.

# Bevor das System fragt.
window-first-start-macos = Ihr Mac wird fragen, ob dieses Programm Geräte in Ihrem lokalen Netzwerk suchen darf. Wählen Sie „Erlauben“: Sonst ist weder Ihr Router noch Ihre Telefonanlage zu finden.
window-first-start-windows = Vielleicht fragt Windows, ob dieses Programm in Ihrem Netz sprechen darf. Erlauben Sie es am besten für private Netzwerke: Dann hört es Ihren Router. Sonst sagt es Ihnen, wo keine Antwort hereinkommen konnte.
window-firewall-again = Noch einmal suchen
terminal-windows-asks = Windows fragt jetzt vielleicht, ob andere dieses Programm erreichen dürfen. Sagen Sie hier Ja: Dieses muss erreicht werden.
