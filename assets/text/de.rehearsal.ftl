# Der Testanruf: Dieser Computer spielt ein Telefon draußen. Begriffe wie am Anfang von de.ftl.

doing-registering = Anmeldung als Telefon
doing-calling = Es wird angerufen
doing-listening = Ton wird gesendet und gehört
doing-keeping-quiet = Ruhe: noch { $seconds } Sekunden
doing-waiting-for-call = Rufen Sie diese Nebenstelle jetzt von einem anderen Telefon an

grade-good = gut
grade-usable = brauchbar
grade-poor = schlecht

help-rehearse = Ein Telefon draußen spielen: anmelden, eine Nummer anrufen und den Ton in beide Richtungen messen. Mit dem Code eines Büros gibt es einen Code zum Zurückschicken aus
help-arg-server = Telefonanlage, wie sie in den Telefonen steht, als Name oder Adresse; nach einem Doppelpunkt darf ein Port folgen
help-arg-user = Nebenstelle, als die man sich anmeldet. Nehmen Sie eine freie
help-arg-number = Was angerufen wird; ohne Angabe das Echo Ihrer Telefonanlage, wo es bekannt ist
help-arg-ring = Danach still warten und sagen, ob ein Anruf bei dieser Nebenstelle klingelt
help-arg-password-stdin = Das Passwort von der Standardeingabe lesen, statt danach zu fragen

terminal-rehearse-what = Das meldet sich bei { $server } als Nebenstelle { $user } an, ruft { $number } an, sendet einen Ton und hört einige Sekunden zu. Dann legt es auf und meldet sich ab. Nehmen Sie eine freie Nebenstelle, die kein Telefon hat.
terminal-rehearse-ring = Danach bleibt es still, und jemand ruft diese Nebenstelle an, wenn darum gebeten wird.
terminal-ask-rehearse = Jetzt anrufen?
terminal-password = Passwort der Nebenstelle { $user }:
terminal-ring-quiet = { $n } von { $total }: { $seconds } Sekunden Ruhe …
terminal-ring-now = { $n } von { $total }: Rufen Sie jetzt diese Nebenstelle von einem anderen Telefon an. Sie haben { $seconds } Sekunden.
terminal-ring-rang = Es hat geklingelt.
terminal-ring-silent = Es hat nicht geklingelt.

ring-not-yet = Nach { $seconds } Sekunden Ruhe: nicht probiert

step-rehearse = Testanruf
    .title = Ein Telefon draußen spielen
    .lead = Dieser Computer meldet sich als Telefon an, ruft eine Nummer an und misst den Ton in beide Richtungen. Am besten von einer anderen Straße: zu Hause oder über ein Handy.

window-rehearse = Testanruf machen
window-rehearse-here = Oder ein Testanruf
    .title = Oder ein Telefon draußen spielen
    .lead = Von dort, wo Sie sind, kann sich dieser Computer als Telefon des Büros anmelden. Er sagt, wie ein Anruf klingt und ob es klingelt.
window-rehearse-server = Telefonanlage
window-rehearse-server-hint = wie in den Telefonen draußen
window-rehearse-user = Nebenstelle
window-rehearse-user-hint = zum Beispiel 299
window-rehearse-spare = Nehmen Sie eine freie Nebenstelle, die kein Telefon benutzt, damit niemand gestört wird.
window-rehearse-password = Passwort dieser Nebenstelle
window-rehearse-password-kept = Wird einmal benutzt und weder aufgehoben noch gezeigt. Nach jedem Versuch wird neu danach gefragt.
window-rehearse-number = Nummer zum Anrufen
window-rehearse-number-hint = am besten ein Echotest wie *43
window-rehearse-call = Jetzt anrufen
window-rehearse-ring = Klingeltest machen
    .lead = Der Klingeltest bleibt 10, 60 und 180 Sekunden still, wie ein Telefon auf einem Tisch, und bittet jedes Mal jemanden, diese Nebenstelle anzurufen. So zeigt er, ob Telefone draußen auch später noch klingeln.
window-rehearse-again = Noch einmal anrufen
window-rehearse-calling = Das dauert höchstens 20 Sekunden. Dann wird von selbst aufgelegt und abgemeldet.
window-rehearse-waiting = Halten Sie ein anderes Telefon bereit. Sobald Sie darum gebeten werden, wählen Sie innerhalb einer halben Minute diese Nebenstelle, und legen Sie auf, wenn das Klingeln gemeldet wird.

window-hand-back-call =
    .lead = Er sagt, wie der Anruf klang. Nur das Büro, das Sie eingeladen hat, kann ihn als Antwort lesen.

terminal-rehearse = Einen Testanruf machen: ein Telefon draußen spielen
terminal-rehearse-not-yet = Etwas fehlt oder lässt sich nicht anrufen. Versuchen Sie es noch einmal.

rehearsal-heading = Der Anruf bei { $number }
rehearsal-both-ways = Der Ton ging in beide Richtungen durch.
rehearsal-dead-out = Der Ton ging nur in eine Richtung: Sie hören das Büro, aber das Büro hört Sie nicht.
rehearsal-dead-back = Der Ton ging nur in eine Richtung: Das Büro hört Sie, aber Sie hören das Büro nicht.
rehearsal-none = Der Anruf wurde angenommen, aber es kam kein Ton.
rehearsal-out-unknown = Vom Büro kam Ton. Ob Ihrer ankam, sagt nichts: Rufen Sie eine Echonummer an, um es zu wissen.
rehearsal-grade = Note für den Ton: { $grade }
rehearsal-not-made = Der Anruf kam nicht zustande.
rehearsal-from-inside = Dieser Anruf kam aus dem Büro selbst. Er zeigt nur die Telefonanlage und nicht die Straße.
rehearsal-one-pair = Ein Anruf beweist ein Paar der Türen für Stimmen, nicht alle.
rehearsal-figures = Verlust { $loss } %, Jitter { $jitter } ms, hin und zurück { $round_trip } ms
rehearsal-media = Die Telefonanlage wollte den Ton an { $media }.
report-rehearsal = Der Testanruf
ring-rang = Nach { $seconds } Sekunden Ruhe: Es hat geklingelt
ring-silent = Nach { $seconds } Sekunden Ruhe: Es hat nicht geklingelt

problem-call-no-such-name = Unter dem Namen { $server } antwortet niemand
    .action = Prüfen Sie die Schreibweise. Tippen Sie den Namen oder die Adresse genau so, wie sie in einem Telefon steht, das geht.
problem-call-no-answer = Unter { $server } antwortet nichts
    .action = Prüfen Sie den Namen oder die Adresse. Stimmt sie, dann prüfen Sie das Büro zuerst von draußen: Anrufe kommen nicht hinein.
problem-call-nothing-listens = Unter { $server } ist ein Gerät, aber es nimmt keine Anrufe an
    .action = Prüfen Sie die Adresse und ob die Telefonanlage läuft.
problem-call-own-trouble = Dieser Computer konnte nicht anrufen
    .action = Prüfen Sie, ob dieser Computer ein Netzwerk hat, und versuchen Sie es noch einmal.
    .detail = { $why }
problem-call-wrong-password = Die Telefonanlage nimmt dieses Passwort für { $user } nicht an
    .action = Prüfen Sie Nebenstelle und Passwort, und warten Sie ein wenig vor dem nächsten Versuch: Zu viele falsche sperren Ihre Straße aus.
    .detail = { $why }
problem-call-no-such-extension = Die Telefonanlage kennt keine Nebenstelle { $user }
    .action = Prüfen Sie die Nummer der Nebenstelle.
    .detail = { $why }
problem-call-extension-in-use = Als { $user } ist schon ein anderes Telefon angemeldet
    .action = Nehmen Sie eine freie Nebenstelle, damit niemandes Telefon gestört wird. Nach einem abgebrochenen Versuch warten Sie ein paar Minuten.
problem-call-not-taken-in = Die Telefonanlage erlaubt der Nebenstelle { $user } nicht, sich anzumelden
    .action = Prüfen Sie in der Telefonanlage, ob sich diese Nebenstelle von Ihrem Ort aus anmelden darf.
    .detail = { $why }
problem-call-no-such-number = Die Telefonanlage kennt keine Nummer { $number }
    .action = Wählen Sie eine andere Nummer zum Anrufen, am besten einen Echotest.
    .detail = { $why }
problem-call-busy = Unter der Nummer { $number } ist besetzt, oder der Anruf wurde abgelehnt
    .action = Versuchen Sie es noch einmal, oder nehmen Sie einen Echotest.
    .detail = { $why }
problem-call-nobody-picked-up = Unter { $number } hat niemand abgehoben
    .action = Rufen Sie eine Nummer an, die von selbst antwortet, am besten einen Echotest.
    .detail = { $why }
problem-call-failed = Der Anruf bei { $number } ist gescheitert
    .action = Versuchen Sie einen Echotest. Scheitert auch er, dann schicken Sie die Einzelheiten dem Menschen, der die Telefonanlage betreut.
    .detail = { $why }
problem-call-no-common-codec = Die Telefonanlage spricht eine andere Art von Ton
    .action = Erlauben Sie in der Telefonanlage G.711 (ulaw) für diese Nebenstelle, und rufen Sie noch einmal an.
    .detail = { $why }
problem-call-limit = Fürs Erste genug Anrufe
    .action = Warten Sie zehn Minuten, damit keine Wache Sie für einen Einbrecher hält.
problem-not-called-emergency = { $number } ist eine Notrufnummer und wird nie angerufen
    .action = Nehmen Sie den Echotest Ihrer Telefonanlage.
problem-not-called-international = { $number } führt ins Ausland und wird nicht angerufen
    .action = Nehmen Sie den Echotest Ihrer Telefonanlage.
problem-not-called-premium = { $number } kostet pro Minute und wird nicht angerufen
    .action = Nehmen Sie den Echotest Ihrer Telefonanlage.
problem-not-called-elsewhere = { $server } führt anderswohin als der Code
    .action = Nehmen Sie die Adresse { $address }, die im Code steht. Oder bitten Sie das Büro um einen neuen Code.
    .detail = { $server } ist { $leads }.
problem-not-called-not-a-number = { $number } ist keine Nummer, die man anrufen kann
    .action = Tippen Sie Ziffern oder einen Code wie *43.
problem-unknown-extension = { $user } ist kein Name einer Nebenstelle
    .action = Tippen Sie die Nummer einer freien Nebenstelle.
problem-needs-server = Es ist nicht bekannt, wo Ihre Telefonanlage ist
    .action = Tippen Sie --server NAME, wie er in den Telefonen draußen steht.
problem-needs-number = Für Ihre Telefonanlage ist keine Echonummer bekannt
    .action = Tippen Sie --number N, am besten einen Echotest wie *43.
problem-needs-password = Niemand ist da, der das Passwort tippen könnte
    .action = Geben Sie es über die Standardeingabe, mit --password-stdin.
problem-needs-user = Es wurde keine Nebenstelle genannt
    .action = Tippen Sie --user N, die Nummer einer freien Nebenstelle.

audio-one-way = Der Ton geht nur in eine Richtung durch
    .meaning = { $from ->
        [inside] Ein Anruf kommt zustande. Aber selbst im Büro hört eine Seite nichts. Also liegt es nicht an der Straße.
       *[outside] Ein Anruf kommt zustande. Aber { $way ->
            [out] das Büro hört das Telefon draußen nicht
           *[back] das Telefon draußen hört das Büro nicht
        }. Unterwegs geht eine Tür nicht auf, oder eine Adresse ist falsch.
    }
    .action = Tun Sie das, und rufen Sie dann noch einmal an: { $from ->
        [inside] Prüfen Sie in der Telefonanlage den Ton dieser Nebenstelle.
       *[outside] { $media_is ->
            [inside] Stellen Sie in der Telefonanlage Ihre Straßenadresse ein.
            [elsewhere] Stellen Sie in der Telefonanlage Ihre Straßenadresse ein.
           *[street] { $way ->
                [out] { $mapped ->
                    [yes] Suchen Sie auf der Telefonanlage nach einer Wache. Vielleicht hält sie Besucher an den Türen für Stimmen auf.
                   *[no] Machen Sie in Ihrem Router die Regel für Stimmen. Die Nummern stehen in der Anleitung.
                }
               *[back] Sagen Sie der Telefonanlage, dass dieses Telefon draußen ist. Schalten Sie den Pförtner in beiden Routern aus.
            }
        }
    }
    .detail = Testanruf bei { $number } am { $at }, { $from ->
        [inside] von innen
       *[outside] von draußen
    }: Die Signalisierung geht, und RTP { $way ->
        [out] kam hier an, aber unseres kam dort nicht an (kein Echo, und die Berichte der Gegenseite zählen keines)
       *[back] von uns kam dort an, aber keines kam zurück
    }. Der Ton wurde an { $media } verlangt. Übliche Ursachen, die wahrscheinlichste zuerst: { $media_is ->
        [inside] Das SDP der Telefonanlage nennt eine innere Adresse, weil ihre externe Adresse nicht gesetzt ist; der Sprachbereich ist nicht weitergeleitet.
        [elsewhere] Das SDP der Telefonanlage nennt eine andere Adresse als die Straßenadresse des Büros, etwa eine alte oder die einer anderen Leitung; ihre externe Adresse setzen.
       *[street] { $way ->
            [out] Der Sprachbereich ist nicht weitergeleitet (die eigenen Pakete der Telefonanlage öffnen einen Weg nach draußen und verdecken es), oder er weicht von dem auf der Telefonanlage eingestellten ab; eine Firewall auf der Telefonanlage; SIP ALG.
           *[back] Die Telefonanlage sendet an die private Adresse im SDP des Telefons, weil sie es nicht für eines hinter NAT hält (rtp_symmetric, comedia); eine Firewall auf der Seite des Telefons; SIP ALG auf einer der Seiten.
        }
    }

audio-none = Der Anruf kommt zustande, aber es gibt keinen Ton
    .meaning = { $from ->
        [inside] Die Klingel geht. Aber selbst im Büro ist keine Stimme zu hören. Also liegt es nicht an der Straße.
       *[outside] Die Klingel geht. Aber keine Stimme kommt durch. Die Türen für Stimmen gehen nicht auf oder führen nirgendwohin.
    }
    .action = Tun Sie das, und rufen Sie dann noch einmal an: { $from ->
        [inside] Prüfen Sie in der Telefonanlage den Ton dieser Nebenstelle.
       *[outside] { $media_is ->
            [inside] Stellen Sie in der Telefonanlage Ihre Straßenadresse ein.
            [elsewhere] Stellen Sie in der Telefonanlage Ihre Straßenadresse ein.
           *[street] { $mapped ->
                [yes] Vergleichen Sie die Regel für Stimmen mit der Anleitung. Die erste und die letzte Nummer müssen übereinstimmen.
               *[no] Machen Sie in Ihrem Router die Regel für Stimmen. Die Nummern stehen in der Anleitung.
            }
        }
    }
    .detail = Testanruf bei { $number } am { $at }, { $from ->
        [inside] von innen
       *[outside] von draußen
    }: Die Signalisierung geht, und kein RTP kam zurück. Der Ton wurde an { $media } verlangt. Ein Echo, das nichts hört, sagt nichts, also kann auch der Hinweg der versperrte sein. Übliche Ursachen, die wahrscheinlichste zuerst: { $media_is ->
        [inside] Das SDP der Telefonanlage nennt eine innere Adresse, weil ihre externe Adresse nicht gesetzt ist;
        [elsewhere] Das SDP der Telefonanlage nennt eine andere Adresse als die Straßenadresse des Büros, etwa eine alte oder die einer anderen Leitung; ihre externe Adresse setzen;
       *[street] Der Sprachbereich ist nicht weitergeleitet, oder er weicht von dem auf der Telefonanlage eingestellten ab;
    } die Telefonanlage sendet an die private Adresse im SDP des Telefons; eine Firewall auf der Telefonanlage oder auf der Seite des Telefons; SRTP nur auf einer Seite.

other-voices-not-shown = Ein Anruf hatte beiderseits Ton und zeigt ein Paar Türen
    .meaning = Jeder Anruf wählt seine Türen für Stimmen zufällig. Ein Anruf von draußen klang gut, aber die anderen Türen wurden nicht probiert.
    .action = Machen Sie ab und zu noch einen Anruf. Hat einer davon keinen Ton, dann vergleichen Sie die Regel für Stimmen mit der Anleitung.
    .detail = Testanruf von draußen bei { $number } am { $at }: RTP ging in beide Richtungen durch, an { $media }. Der Rest des Sprachbereichs { $ports } ist nicht gezeigt. Um ihn zu zeigen, „entrance witness --code CODE“ auf der Telefonanlage starten, während jemand mit diesem Code geht.

incoming-call-lost = Ein Anruf beim Telefon draußen klingelte nicht
    .meaning = Das Telefon draußen hatte sich angemeldet. Dann rief jemand es an, und die Klingel blieb stumm. Oder niemand rief rechtzeitig an.
    .action = Versuchen Sie den Klingeltest noch einmal. Rufen Sie innerhalb einer halben Minute an. Bleibt es stumm, dann schalten Sie den Pförtner in beiden Routern aus.
    .detail = Klingeltest am { $at }: angemeldet, aber innerhalb von 30 s kam kein INVITE an, auch nicht nach { $quiet } s Ruhe. Übliche Ursachen, die wahrscheinlichste zuerst: Die Telefonanlage ruft die private Adresse im Contact des Telefons an, weil sie es nicht für eines hinter NAT hält (rewrite_contact, nat); SIP ALG auf einer der Seiten; eine Regel der Nebenstelle (Ruhe, Rufumleitung), die anstelle des Telefons antwortet.

phone-side-forgets = Der Router des Telefons selbst vergisst den Rückweg
    .meaning = Das Telefon draußen steht hinter einer eigenen Mauer. Ist es eine Weile still, dann vergisst jene Mauer es. Dann kommt die Klingel nicht mehr durch.
    .action = Stellen Sie das Telefon so ein, dass es sich alle 25 Sekunden meldet. Die Einstellung heißt oft „keep-alive“.
    .detail = Klingeltest am { $at }: Es klingelt nach { $heard } s Ruhe, aber nicht nach { $lost } s. Die NAT-Zuordnung auf der Seite des Telefons läuft ab; ein Keep-alive (CRLF, OPTIONS oder qualify) alle 25 s erhält sie.

practice-no-sound = Kein Ton: Anrufe kommen zustande, aber die Türen für Stimmen führen anderswohin
practice-phones-fall-silent = Telefone verstummen: Nach einer halben Minute Ruhe klingeln sie nicht mehr
practice-phones-never-ring = Telefone klingeln nie: Das Telefon draußen kann anrufen, und niemand kann es anrufen
practice-sound-one-way = Ton nur in eine Richtung: Das Büro hört das Telefon draußen, aber nicht umgekehrt
