# Was eine Telefonfirma für ihre Kunden voreinstellt, der Hinweis auf eine neuere Version, und die Kopie für Kollegen.

problem-preset-unreadable = Die vorbereitete Datei { $file } ist nicht lesbar: { $why }
    .action = Bitten Sie den, von dem Sie das Programm haben, noch einmal um diese Datei. Alles geht auch ohne sie.
problem-preset-too-large = Die vorbereitete Datei { $file } ist größer als { $most } KiB und bleibt deshalb außer Acht
    .action = Bitten Sie den, von dem Sie das Programm haben, noch einmal um diese Datei. Alles geht auch ohne sie.
problem-preset-not-text = Die vorbereitete Datei { $file } ist kein reiner Text: Sie wurde nur zum Teil kopiert oder anders als in UTF-8 gespeichert
    .action = Bitten Sie den, von dem Sie das Programm haben, noch einmal um diese Datei. Alles geht auch ohne sie.
problem-preset-broken = Die vorbereitete Datei { $file } ist beschädigt oder wurde nur zum Teil kopiert. Zeile { $line } ist nicht lesbar: { $why }
    .action = Bitten Sie den, von dem Sie das Programm haben, noch einmal um diese Datei. Alles geht auch ohne sie.
problem-preset-unknown-key = In Zeile { $line } der vorbereiteten Datei { $file } steht ein Wort, das niemand kennt: { $key }
    .action = Nehmen Sie dort nur diese Wörter: { $known }. Alles geht auch ohne die Datei.
problem-preset-wrong-value = Zeile { $line } der vorbereiteten Datei { $file } ist nicht brauchbar: { $key ->
        [form] form muss 1 sein
        [name] name hat höchstens 60 Buchstaben in einer Zeile
        [profile] profile muss der Kurzname einer Telefonanlage sein
        [helper] helper muss der ganze Link eines Helfers sein
        [support] support hat höchstens 120 Buchstaben in einer Zeile
        [language] language muss der Kurzname einer Sprache sein, die das Programm spricht
        [logo] logo muss der Name eines Bildes neben der Datei sein
        [ask] ask muss eine Adresse sein, die mit https:// beginnt
        [pins] pins braucht ein bis vier Fingerabdrücke mit 64 Zeichen in eckigen Klammern
       *[newer] newer braucht eigene Zeilen unter [newer]
    }
    .action = Bitten Sie den, von dem Sie das Programm haben, um eine richtige. Alles geht auch ohne sie.
problem-preset-nameless = Die vorbereitete Datei { $file } sagt nicht, von wem sie ist: Der Name fehlt, oder sie wurde nur zum Teil kopiert
    .action = Bitten Sie den, von dem Sie das Programm haben, noch einmal um diese Datei. Alles geht auch ohne sie.
problem-preset-newer = Die vorbereitete Datei { $file } ist für eine neuere Version dieses Programms
    .action = Bitten Sie den, von dem Sie das Programm haben, um die neuere Version. Alles geht auch ohne die Datei.
problem-preset-logo = Das Logo { $logo } der vorbereiteten Datei { $file } bleibt weg: { $why ->
        [missing] Es ist nicht da oder nicht lesbar
        [too-large] Es ist größer als 64 KiB
        [not-png] Es ist kein PNG-Bild
        [too-many-pixels] Es ist mehr als 800 Bildpunkte breit oder 400 hoch
       *[damaged] Es ist beschädigt oder wurde nur zum Teil kopiert
    }
    .action = Bitten Sie den, von dem Sie das Programm haben, noch einmal um das Bild. Alles geht auch ohne es.

vendor-prepared-by = Vorbereitet von { $name }
vendor-support = Hilfe: { $support }
vendor-logo = Logo von { $name }
vendor-send-to = An { $name }: { $support }
window-helper-offered = Dieser Link ist von { $name }. Niemand wird gefragt, bevor Sie den Knopf drücken.
terminal-paste-helper-or-vendor = Fügen Sie den Link des Helfers ein, oder drücken Sie die Eingabetaste für den von { $name }:

window-newer = Eine neuere Version ({ $version }) gibt es hier: { $address }
window-newer-open = Diese Seite öffnen
window-newer-ask = Darf das Programm nach neueren Versionen sehen?
    .lead = Höchstens einmal am Tag fragt es dann { $host } von { $name }. Über Sie und Ihr Büro sagt es nichts; { $host } sieht Ihre Straßenadresse wie jede Seite im Internet. Es richtet nie etwas von selbst ein.
window-newer-choice = Neuere Versionen
    .lead = { $name } gibt sie bei { $host } bekannt. Von selbst wird nichts eingerichtet.
window-newer-yes = Einmal am Tag nachsehen
window-newer-no = Nicht nachsehen

window-carried = Diese Kopie braucht keine Installation. Wenn Sie sie verlassen, entfernt sie, was sie sich aufgeschrieben hat. Nur wie oft sie wo geklopft hat, bleibt bei den temporären Dateien dieses Computers, damit niemand ausgesperrt wird, weil zu oft geklopft wurde.
help-arg-colleague = Nur einem Kollegen helfen: nichts behalten und nichts öffnen. Eine Kopie namens help-a-colleague tut das von selbst
