## Was beim Deinstallieren gefragt und gesagt wird, und die Optionen des Fensterprogramms dafür.
take-back-ask =
    Separate Entrance hat an Ihrem Router ({ $router }) Eingänge geöffnet: { $ports }

    Sie bleiben offen, wenn das Programm weg ist, und niemand weiß dann mehr, dass sie für Sie geöffnet wurden. Sollen sie jetzt zurückgenommen werden?
take-back-done = Zurückgenommen: Nichts, was dieses Programm an Ihrem Router geöffnet hat, ist noch offen.
take-back-left =
    Diese Eingänge sind an Ihrem Router noch offen: { $ports }

    { $why } Löschen Sie sie auf der Seite des Routers, oder installieren Sie das Programm noch einmal und nehmen Sie sie in Ihrem Büro zurück.
help-arg-take-back = Fragen, ob zurückgenommen werden soll, was dieses Programm geöffnet hat, und enden
