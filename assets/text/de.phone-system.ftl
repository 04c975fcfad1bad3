# Was die Telefonanlage über sich selbst sagt: die Befunde, und was mit einem eingefügten Block nicht stimmt.

phone-system-wrong-outside-address = Ihre Telefonanlage schreibt einen falschen Absender auf ihre Briefe
    .meaning = { $why ->
        [differs] Ihre Telefonanlage sagt Telefonen draußen, wohin die Stimmen sollen. Sie nennt eine andere Straße, also gehen die Stimmen dorthin und nicht zu Ihnen.
        [inside] Ihre Telefonanlage sagt Telefonen draußen, wohin die Stimmen sollen. Sie nennt ein Zimmer in Ihrem Haus. Von der Straße aus findet es niemand, und die Stimmen gehen verloren.
        [name-elsewhere] Ihre Telefonanlage sagt Telefonen draußen, wohin die Stimmen sollen. Sie schlägt dafür einen Namen nach, und er führt zu einer anderen Straße.
        [name-nowhere] Ihre Telefonanlage sagt Telefonen draußen, wohin die Stimmen sollen. Sie nennt einen Namen, den niemand kennt.
       *[none] Ihre Telefonanlage kennt Ihre Straßenadresse nicht. Sie nennt Telefonen draußen die Nummer ihres eigenen Zimmers, und die findet von der Straße aus niemand.
    }
    .action = { $known ->
        [yes] Schreiben Sie { $street } als Adresse für Telefone draußen in Ihre Telefonanlage.
       *[no] Schreiben Sie Ihre Straßenadresse als Adresse für Telefone draußen in Ihre Telefonanlage.
    }{ $lines ->
        [yes] {" "}Die Stelle: { $change }. Damit es gilt: { $apply }.
       *[no] {""}
    } Sehen Sie dann noch einmal hinein, und machen Sie einen Testanruf von draußen.
    .detail = Die Telefonanlage setzt { $now } für Telefone draußen in Contact, Via und die c=-Zeile des SDP; die Straßenadresse ist { $street }. In der Datei steht: { $written }. Der Name führt zu: { $leads }. In den Worten der Anlage: { $change } (jetzt: { $now }; weitere Zeilen: { $more }). Damit es gilt: { $apply }. Gesehen { $looked }.

phone-system-local-net-wrong = Ihre Telefonanlage verwechselt Haus und Straße
    .meaning = { $why ->
        [foreign] Ihre Telefonanlage hält jemanden auf der Straße für jemanden aus dem Haus. Sie nennt ihm eine Zimmernummer statt Ihrer Straßenadresse, und die Stimmen gehen verloren.
        [none] Ihrer Telefonanlage wurde nie gesagt, wer zum Haus gehört. Sie kann Hausleute und Besucher nicht unterscheiden und nennt jemandem die falsche Adresse.
       *[missing] Ihre Telefonanlage hält die Leute aus Ihrem eigenen Haus für Besucher. Sie schickt sie auf die Straße und wieder herein, und ihre Stimmen können verloren gehen.
    }
    .action = { $why ->
        [foreign] Nehmen Sie aus der Liste der lokalen Netze heraus, was nicht zu Ihrem Haus gehört.
        [missing] Schreiben Sie { $network } in die Liste der lokalen Netze.
        [none] Schreiben Sie { $network } in die Liste der lokalen Netze.
       *[other] Schreiben Sie Ihr eigenes Netz in die Liste der lokalen Netze.
    }{ $lines ->
        [yes] {" "}Die Stelle: { $change }. Damit es gilt: { $apply }.
       *[no] {""}
    } Sehen Sie dann noch einmal hinein, und machen Sie einen Testanruf.
    .detail = Lokale Netze jetzt: { $now }; das Netz des Büros: { $network }; irrtümlich auf der Liste: { $stranger }. chan_sip verwendet seine Außenadresse nur gegenüber denen, die nicht in localnet stehen, und gar nicht, solange localnet leer ist; PJSIP ebenso mit local_net jedes Transports. In den Worten der Anlage: { $change } (jetzt: { $now }; weitere Zeilen: { $more }). Damit es gilt: { $apply }. Gesehen { $looked }.

voice-range-differs = Ihre Telefonanlage benutzt andere Türen für Stimmen
    .meaning = { $how ->
        [shut] Ihre Telefonanlage wählt für die Stimmen jedes Anrufs eine Tür. Einige der Türen, aus denen sie wählt, sind in Ihrer Mauer nicht offen. Dann bleibt der Anruf stumm.
        [usual] Die meisten Anlagen dieser Art benutzen { $usual }. Ihre benutzt { $range }. Von jetzt an richten sich Plan und Anleitung nach Ihrer.
       *[other] Anlagen dieser Art benutzen andere Türen. Von jetzt an richten sich Plan und Anleitung nach Ihrer.
    }
    .action = { $how ->
        [shut] Machen Sie im Router eine Regel, die { $range } zur Telefonanlage führt. Oder lassen Sie die Telefonanlage nur { $first } bis { $last } benutzen.
        [usual] Sorgen Sie dafür, dass Ihr Router { $range } zur Telefonanlage führt.
       *[other] Sorgen Sie dafür, dass Ihr Router alle Türen für Stimmen zur Telefonanlage führt.
    }{ $how ->
        [shut] {" "}Die Stelle: { $change }. Damit es gilt: { $apply }.
       *[usual] {""}
    } Sehen Sie dann noch einmal hinein, und machen Sie einen Testanruf.
    .detail = RTP-Bereich der Telefonanlage: { $range }; üblich: { $usual }; der Router führt dorthin: { $listed }; in der Datei steht: { $written }. In den Worten der Anlage: { $change } (jetzt: { $now }; weitere Zeilen: { $more }). Damit es gilt: { $apply }. Gesehen { $looked }.

sip-port-differs = Ihre Telefonanlage wartet hinter einer anderen Tür
    .meaning = { $how ->
        [not-bound] Ihre Telefonanlage soll hinter dieser Tür warten, und niemand steht dort. Vielleicht hält ein anderes Programm sie besetzt, oder die Anlage wurde nicht neu gestartet.
        [off] Ihre Telefonanlage spricht nicht so, wie diese Tür gemacht ist.
       *[elsewhere] Besucher kommen an die eine Tür, und Ihre Telefonanlage wartet hinter einer anderen.
    }
    .action = Lassen Sie Ihre Telefonanlage die Tür benutzen, die die Besucher kennen. Oder führen Sie den Eingang zu der Tür, die sie benutzt.{ $lines ->
        [yes] {" "}Die Stelle: { $change }. Damit es gilt: { $apply }.
       *[no] {""}
    } Sehen Sie dann noch einmal hinein.
    .detail = Gewünscht: { $asked }; die Telefonanlage hält: { $really }. Ein Router kann die äußere Nummer auch auf eine andere innere führen. In den Worten der Anlage: { $change } (jetzt: { $now }; weitere Zeilen: { $more }). Damit es gilt: { $apply }. Gesehen { $looked }.

visitor-banned = Ihre Telefonanlage weist jemanden ab, der zu Ihnen gehört
    .meaning = { $who ->
        [phone] Eines Ihrer eigenen Telefone steht auf ihrer Liste derer, die draußen bleiben.
        [office] Ihre eigene Straßenadresse steht auf ihrer Liste derer, die draußen bleiben.
        [here] Dieser Computer steht auf ihrer Liste derer, die draußen bleiben.
        [trusted] Jemand von Ihrer Gästeliste steht auf ihrer Liste derer, die draußen bleiben.
       *[walker] Der Besucher, der geklopft hat, steht auf ihrer Liste derer, die draußen bleiben.
    } Telefonanlagen führen solche Listen nach zu vielen falschen Versuchen.
    .action = Nehmen Sie die Adresse von dieser Liste.{ $lines ->
        [yes] {" "}Der Weg: { $change }.
       *[no] {""}
    } Stellen Sie dann in jenem Telefon das richtige Passwort ein, sonst steht es bald wieder auf der Liste.
    .detail = Abgewiesen: { $addresses } ({ $all } insgesamt), von { $keeper }, Liste { $jail }. Gesehen { $looked }. Eigene Adressen gehören auf die Liste derer, die nie gesperrt werden (ignoreip in fail2ban, trusted in der FreePBX-Firewall).

nat-settings-of-extension = Einigen Telefonen draußen fehlt eine Einstellung
    .meaning = { $only ->
        [qualify] Ihre Telefonanlage fragt diese Telefone nie, ob sie da sind. Der Router an ihrem Ende kann den Weg zurück vergessen, und dann klingeln sie nicht.
       *[more] Ihre Telefonanlage schickt ihre Antworten an die Adresse, die das Telefon selbst hingeschrieben hat. Zu Hause ist das eine Zimmernummer, und die findet von der Straße aus niemand.
    }
    .action = Ändern Sie diese Einstellungen bei jedem Telefon draußen.{ $lines ->
        [yes] {" "}Die Stelle: { $change }. Damit es gilt: { $apply }.
       *[no] {""}
    } Sehen Sie dann noch einmal hinein, und machen Sie einen Testanruf von draußen.
    .detail = Nebenstellen: { $names } ({ $all } insgesamt). Es fehlt: { $settings }. Gezeigt sind die Zeilen der ersten. In den Worten der Anlage: { $change } (jetzt: { $now }; weitere Zeilen: { $more }). Damit es gilt: { $apply }. Gesehen { $looked }.

phone-not-registered = Einige Telefone sind nicht angemeldet
    .meaning = { $how ->
        [silent] Diese Telefone haben sich angemeldet, und jetzt antworten sie Ihrer Telefonanlage nicht. Niemand kann sie anrufen.
       *[away] Andere Telefone sind angemeldet, und diese nicht. Niemand kann sie anrufen.
    }
    .action = { $how ->
        [silent] Sehen Sie nach der Leitung dieser Telefone, und schalten Sie sie aus und ein: { $names }.
        [away] Sehen Sie nach diesen Telefonen: { $names }. Prüfen Sie in jedem den Servernamen und das Passwort. Übergehen Sie die, die niemand benutzt.
       *[other] Sehen Sie nach den Telefonen, die nicht klingeln. Prüfen Sie in jedem den Servernamen und das Passwort.
    } Sehen Sie dann noch einmal hinein.
    .detail = { $names } ({ $all } insgesamt; angemeldet: { $signed }). Gesehen { $looked }.

guest-calls-allowed = Ihre Telefonanlage lässt Fremde anrufen
    .meaning = Nach ihren eigenen Einstellungen nimmt Ihre Telefonanlage Anrufe von Leuten ohne Namen und Passwort an. Solche Anrufe können auf Ihrer Rechnung landen.
    .action = Schalten Sie Anrufe von Fremden auf der Telefonanlage aus.{ $lines ->
        [yes] {" "}Die Stelle: { $change }. Damit es gilt: { $apply }.
       *[no] {""}
    } Sehen Sie dann noch einmal hinein.
    .detail = Auch eine Vorgabe zählt: chan_sip nimmt Gäste an, solange nicht allowguest=no dasteht, PJSIP dort, wo ein Endpoint anonymous heißt. In den Worten der Anlage: { $change } (jetzt: { $now }; weitere Zeilen: { $more }). Damit es gilt: { $apply }. Gesehen { $looked }.

callout-enabled = Anrufer können über ein Sprachfach hinauswählen
    .meaning = Wer den Code eines Sprachfachs herausfindet, kann von dort hinauswählen. Diebe probieren solche Codes nachts, und die Rechnung ist Ihre.
    .action = Schalten Sie Hinauswählen und Rückruf für jedes Sprachfach aus, das es nicht braucht.{ $lines ->
        [yes] {" "}Die Stelle: { $change }. Damit es gilt: { $apply }.
       *[no] {""}
    } Sehen Sie dann noch einmal hinein.
    .detail = Sprachfächer oder Kontexte: { $names } ({ $all } insgesamt). In den Worten der Anlage: { $change } (jetzt: { $now }; weitere Zeilen: { $more }). Damit es gilt: { $apply }. Gesehen { $looked }.

international-open = Jedes Telefon darf ins Ausland anrufen
    .meaning = Ihre Telefonanlage lässt jedes Telefon ins Ausland wählen. Ein Dieb, der an ein Telefon kommt, kann das auch, eine ganze Nacht lang.
    .action = Bitten Sie Ihren Telefonanbieter um eine Grenze, oder lassen Sie nur die ins Ausland wählen, die es brauchen. Lassen Sie die Notrufnummern wie 112 und 911, wie sie sind.{ $lines ->
        [yes] {" "}Der Weg: { $change }.
       *[no] {""}
    } Sehen Sie dann noch einmal hinein.
    .detail = Muster, die ins Ausland führen: { $names } ({ $all } insgesamt). In den Worten der Anlage: { $change } (jetzt: { $now }; weitere Zeilen: { $more }). Damit es gilt: { $apply }. Gesehen { $looked }.

problem-paste-foreign-file = Dieser Block nennt eine Datei, die zu keiner Telefonanlage gehört
    .action = Starten Sie den Block auf der Telefonanlage neu, und fügen Sie ein, was er ausgibt. Benutzen Sie diesen nicht: Er nennt { $file }.
problem-paste-holds-secret = In diesem Block steht ein Passwort
    .action = Starten Sie den Block auf der Telefonanlage neu, und fügen Sie ein, was er ausgibt. Von diesem wurde nichts behalten. Ist das Passwort echt, dann ändern Sie es dort: { $key }.
problem-paste-absurd = Dieser Block sagt etwas, das nicht sein kann
    .action = Starten Sie den Block auf der Telefonanlage neu, und fügen Sie ein, was er ausgibt. Benutzen Sie diesen nicht: { $line }.
problem-paste-old = Was die Telefonanlage sagte, ist von einem anderen Tag
    .action = { $why ->
        [clock] Starten Sie den Block auf der Telefonanlage neu: Dieser entstand { $at }. Entstand er gerade eben, dann stellen Sie zuerst die Uhr jenes Geräts.
        [check] Prüfen Sie Ihr Büro noch einmal, und sehen Sie dann noch einmal hinein: Die Prüfung ist von { $checked }, der Blick hinein von { $at }.
       *[other] Sehen Sie noch einmal hinein.
    }
problem-paste-other-box = Das sagt ein anderes Gerät über sich
    .action = Starten Sie den Block auf Ihrer Telefonanlage, { $address }. Dieser ist von einem Gerät mit { $addresses }.

report-inside = Was die Telefonanlage über sich selbst sagt
paper-column-setting = Einstellung
paper-column-value = Wert
paper-column-place = Wo
