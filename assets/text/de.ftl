# Deutsch. Anrede: Sie. Schlichte, kurze Sätze, die auch in Österreich und in der Schweiz niemanden stolpern lassen.
# Fachwörter stehen nur in .detail, .term, Anleitung und Regeln. Schweigen heißt nie „geschlossen“.
#
# Das Bild, ein Wort für jedes Ding:
#   separate entrance = (separater) Eingang · door = Tür · outer wall = Außenmauer, Mauer · street address =
#   Straßenadresse · house number = Hausnummer · street number of a door = Türnummer · room = Zimmer ·
#   name plate = Namensschild · guest list = Gästeliste · locked cabinet = Schrank, der verschlossen bleibt ·
#   gatekeeper (UPnP) = Torwächter · doorman (SIP ALG) = Pförtner · guard (fail2ban, filter) = Wache ·
#   visitor = Besucher · to knock = klopfen · stranger = Fremder · bell = Klingel · letters = Briefe ·
#   doors for voices = Türen für Stimmen · tower = Hochhaus mit gemeinsamer Haustür · landlord = Vermieter ·
#   second building = zweites Gebäude
# Die Dinge des Programms:
#   phone system = Telefonanlage · desk phone = Tischtelefon · extension = Nebenstelle · phone company =
#   Telefonanbieter · internet company = Internetanbieter · phone outside = Telefon draußen · other office =
#   anderer Standort · check = Prüfung, prüfen · plan = Plan · rule = Regel · by hand = von Hand · helper = Helfer ·
#   standing helper = ständiger Helfer · witness = Zeuge · code = Code · practice office = Übungsbüro ·
#   colleague = Kollege, jemand zu Hause · test call = Testanruf · report = Bericht · mapping = Weiterleitung · port forward = Portweiterleitung

not-known = nicht bekannt
count-entrances = { $count ->
    [one] { $count } Eingang
   *[other] { $count } Eingänge
}

## Findings: your network and your router

no-network = Dieser Computer ist mit keinem Netzwerk verbunden
    .meaning = Sie sind in einem Zimmer ohne Tür. Von hier aus sieht niemand die Straße, und vielleicht nicht einmal Ihren Router.
    .action = Stecken Sie das Netzwerkkabel ein, oder verbinden Sie den Computer mit dem WLAN Ihres Büros. Prüfen Sie dann noch einmal.
    .detail = Kein Netzwerkadapter hat eine Standardroute. Darum lässt sich nichts messen, was außerhalb des eigenen Netzes dieses Computers liegt.

vpn-in-the-way = Ein VPN steht zwischen diesem Computer und Ihrem Büro
    .meaning = Ein VPN ist ein Tunnel zu einem anderen Gebäude. Solange es an ist, sehen Sie die Mauern jenes Gebäudes und nicht Ihre eigenen.
    .action = Schalten Sie das VPN für ein paar Minuten aus. Prüfen Sie dann noch einmal.
    .detail = Die Standardroute führt über { $adapter } hinaus. Das ist ein VPN, ein Tunnel oder ein virtueller Adapter. Gateway und öffentliche Adresse, die man dort sieht, gehören zum VPN und nicht zum Büro.

router-not-found = Ihr Router nimmt keine Wünsche an, also geht es von Hand
    .meaning = Die Außenmauer ist da, aber am Tor nimmt niemand Aufträge an. Also machen Sie die Eingänge selbst. Das ist ganz normal, und solche Regeln halten länger.
    .action = Machen Sie { $proved ->
        [yes] nichts weiter: Ein Besucher hat bewiesen, dass die von Hand gemachten Regeln stimmen.
       *[no] die Eingänge von Hand. Die Anleitung für Ihren Router zeigt jeden Schritt.
    }
    .detail = Das Standardgateway { $router } antwortet weder auf UPnP (SSDP, Multicast und Unicast) noch auf PCP oder NAT-PMP (UDP 5351). Vielleicht ist UPnP in seinen Einstellungen ausgeschaltet, oder dieses Netz trennt die Geräte voneinander (Gäste-WLAN).

local-network-denied = Dieser Computer lässt das Programm nicht in Ihr Büronetz
    .meaning = Ein Pförtner an der Tür dieses Computers lässt das Programm auf die Straße, aber nicht auf den Flur. Darum kann es weder Ihren Router noch Ihre Telefonanlage fragen. Über beide ist noch nichts bekannt.
    .action = Erlauben Sie dem Programm, mit Ihrem eigenen Netz zu sprechen, und prüfen Sie dann noch einmal.{ $system ->
        [macos] {" "}Öffnen Sie das Apple-Menü, „Systemeinstellungen“, „Datenschutz & Sicherheit“, „Lokales Netzwerk“, und schalten Sie es dort ein. Wenn Ihr Mac gerade fragt, wählen Sie „Erlauben“.
        [windows] {" "}Sehen Sie nach der Firewall oder dem Schutzprogramm dieses Computers: Es hält zurück, was dieses Programm sendet.
       *[other] {" "}Sehen Sie nach der Firewall dieses Computers: Sie hält zurück, was dieses Programm sendet.
    }
    .detail = Das Senden an 239.255.255.250 UDP 1900 und an das Gateway { $router } scheiterte auf diesem Computer selbst, bevor etwas hinausging. { $system ->
        [macos] macOS 15 und neuer antworten einem Programm ohne die Erlaubnis „Lokales Netzwerk“ sofort mit „no route to host“ (EHOSTUNREACH). Es fragt einmal, beim ersten Versuch, und führt das Programm von da an dort auf. Ein VPN oder ein Paketfilter mit einer Regel gegen das lokale Netz sieht genauso aus.
        [windows] WSAEACCES: eine Regel für ausgehende Pakete in der Windows-Firewall oder in einem Sicherheitspaket.
       *[other] EPERM oder EHOSTUNREACH: eine Regel für ausgehende Pakete, ein VPN, das das lokale Netz abtrennt, oder eine Sandbox.
    }

replies-blocked = Dieser Computer lässt die Antwort Ihres Routers nicht herein
    .meaning = Das Programm hat gerufen, und { $what ->
        [datagrams] keine Antwort der kurzen Art kommt an diesem Computer herein. Solche Stille sagt also nichts über Ihren Router oder Ihre Telefonanlage.
       *[search] die Antwort des Routers kam nicht herein, obwohl der Router da ist.
    } Meist hält eine Firewall auf diesem Computer sie ab.
    .action = Lassen Sie dieses Programm durch die Firewall dieses Computers, und prüfen Sie dann noch einmal.{ $system ->
        [windows] {" "}Öffnen Sie „Einstellungen“, „Datenschutz und Sicherheit“, „Windows-Sicherheit“, „Firewall- & Netzwerkschutz“, „Zugriff von App durch Firewall zulassen“, und haken Sie dieses Programm für private Netze an.
       *[other] {""}
    }{ $found ->
        [yes] {" "}Oder machen Sie einfach weiter: Der Router wurde auf anderem Weg gefunden.
       *[no] {""}
    }
    .detail = { $what ->
        [datagrams] Ein Nameserver im Büro antwortete über TCP und auf dieselbe Frage über UDP nicht: Eingehendes UDP wird von diesem Computer verworfen. Antworten auf SSDP (UDP 1900), PCP und NAT-PMP (UDP 5351), SIP über UDP und DNS werden nicht gehört; diese Zeilen sagen darum „konnte nicht fragen“.
       *[search] Das Gateway { $router } gab auf SSDP (UDP 1900) keine Antwort, weder auf den Multicast noch unter seiner eigenen Adresse, und beschrieb sich über HTTP an einem der üblichen Orte. Ein WLAN, das Multicast verliert, zusammen mit einem Router, der auf nichts anderes antwortet, sieht genauso aus.
    } { $system ->
        [windows] Windows lässt Antworten auf einen Multicast etwa drei Sekunden lang herein. Eine Regel, die „Abbrechen“ auf die Frage der Firewall hin angelegt hat, die Richtlinie „Unicastantwort auf Multicast- oder Broadcastanforderungen nicht zulassen“ oder ein Sicherheitspaket hält sie ab.
        [macos] Sehen Sie unter „Systemeinstellungen“, „Netzwerk“, „Firewall“ und bei Sicherheitspaketen nach.
       *[other] Zustandsregeln kennen Antworten auf einen Multicast nicht: Lassen Sie UDP von Port 1900 des Routers herein, und für den Rest UDP bestehender Verbindungen.
    }

several-routers = In Ihrem Büro antwortet mehr als ein Router
    .meaning = Ihr Gebäude hat mehr als eine Mauer mit einem Tor. Nur eine davon steht an der Straße. Die Eingänge gehören in diese.
    .action = Nehmen Sie den Router, der an der Straße steht. Die Einzelheiten nennen ihn.
    .detail = { $count } Gateways haben geantwortet. Die Standardroute geht über { $router }; dieser führt ins Internet. Weiterleitungen auf einem anderen Gateway nützen nur Besuchern, die an dessen eigene Adresse kommen.

carrier-shared-address = Ihr Internetanbieter hat Ihnen keine eigene Adresse gegeben
    .meaning = Stellen Sie sich ein Zimmer in einem Hochhaus mit gemeinsamer Haustür vor. In Ihre eigene Mauer können Sie Eingänge machen, aber die Besucher stehen noch vor der gemeinsamen Tür. Nur der Vermieter, Ihr Internetanbieter, kann Ihnen eine eigene Haustür geben.
    .action = Rufen Sie Ihren Internetanbieter an, und bitten Sie um eine eigene öffentliche IPv4-Adresse. Manche nennen sie feste Adresse. Prüfen Sie dann noch einmal.{ $newer ->
        [answered] {" "}Bis dahin kommen Telefone über die neuere Art von Adresse herein, wenn ihr eigener Anschluss sie auch hat: Stellen Sie in ihnen { $newer_address } ein oder einen Namen, der dorthin führt.
        [offered] {" "}Oder lassen Sie Telefone über die neuere Art von Adresse herein, die keine gemeinsame Tür braucht: Ihr Router öffnet sie für die Telefonanlage selbst.
        [there] {" "}Oder lassen Sie sich mit der neueren Art von Adresse helfen: Ihr Anschluss hat sie, und sie braucht keine gemeinsame Tür.
       *[none] {""}
    }
    .detail = Carrier-grade NAT (RFC 6598, 100.64.0.0/10). Router { $router }: WAN-Adresse { $wan }, nächster Sprung nach außen { $hop }. Über IPv4 ist keine Portweiterleitung dieses Routers aus dem Internet erreichbar. Eine Adresse aus 192.0.0.0/29 bedeutet dort einen Anschluss ganz ohne eigenes IPv4 (DS-Lite, 464XLAT): Er ist nur über IPv6 erreichbar.{ $newer ->
        [answered] {" "}Über IPv6 hat die Telefonanlage selbst einem Besucher unter { $newer_address } geantwortet; Telefone, Mobilanschlüsse und Gäste, die nur IPv4 haben, kommen weiterhin nicht herein.
        [offered] {" "}Über IPv6 nimmt der Router Löcher (pinholes) an: entrance open --ipv6, auf der Telefonanlage.
        [there] {" "}Das Büro hat IPv6; sein Router bietet keine Löcher (pinholes) an, also wird dort eine Regel von Hand gemacht.
       *[none] {""}
    }

public-address-differs = Die Straße sieht eine andere Adresse als Ihr Router
    .meaning = Ihr Router sagt, Sie wohnen unter der einen Adresse. Besucher sehen Sie unter einer anderen. Vielleicht teilen Sie sich eine Haustür mit anderen, haben einen zweiten Internetanschluss oder stecken in einem VPN.
    .action = Schalten Sie jedes VPN aus, und ziehen Sie einen zweiten Internetanschluss kurz ab. Prüfen Sie dann noch einmal. Sind die Adressen immer noch verschieden, dann bitten Sie Ihren Internetanbieter um eine eigene öffentliche Adresse.
    .detail = Der Router hat die WAN-Adresse { $wan }; die andere Auskunft über dieses Büro lautet { $address } (Quelle: { $from ->
        [stun] ein STUN-Server
        [typed] Ihre eigene Eingabe
       *[outside] von draußen gesehen
    }). Drei Ursachen: (1) Carrier-grade NAT hinter einer WAN-Adresse, die öffentlich aussieht: Der Unterschied bleibt auch mit nur einem Anschluss und ohne VPN; (2) ein zweiter Anschluss oder Lastverteilung: Die Außenadresse ist die des anderen Anschlusses oder wechselt; (3) ein VPN: Die Außenadresse gehört dem VPN-Betreiber.

public-address-unknown = Niemand konnte Ihre Straßenadresse nennen
    .meaning = Besucher brauchen Ihre Straßenadresse, um Sie zu finden. Ihr Router sagt sie nicht, und sonst wurde niemand gefragt.
    .action = Tippen Sie den Servernamen ein, der in den Telefonen draußen steht. Oder tippen Sie Ihre Straßenadresse ein. Eine Webseite, die Ihre Adresse anzeigt, hilft, wenn Sie sie im Büro öffnen.
    .detail = Der Router hat keine öffentliche WAN-Adresse genannt, und kein Name und keine Adresse aus den Telefonen draußen führt zu einer. Wege dorthin: die Statusseite des Routers, der Name, den die Telefone draußen benutzen, die Angabe des Inhabers oder ein Gang von draußen.

second-router = Vor Ihrem Router steht ein zweiter
    .meaning = Um Ihr Gebäude herum steht ein zweites Gebäude. Auch dessen Außentür braucht einen Eingang. Sonst kommen Besucher gar nicht bis zu Ihrer eigenen Mauer.
    .action = Suchen Sie das äußere Gerät. Oft ist es das Modem Ihres Internetanbieters. Stellen Sie es auf Bridge-Modus, oder machen Sie dort die gleichen Eingänge und lassen Sie sie zu Ihrem Router führen. Gibt es kein solches Gerät, dann bitten Sie Ihren Internetanbieter um eine eigene öffentliche Adresse.
    .detail = Doppeltes NAT. Router { $router }: WAN-Adresse { $wan }, nächster Sprung nach außen { $hop }; das ist privat (RFC 1918). Den äußeren Router in den Bridge-Modus setzen oder dort dieselben Ports an die WAN-Adresse dieses Routers weiterleiten. Gibt es im Haus kein äußeres Gerät, dann gehört das private Netz vielleicht dem Anbieter: Dann kann nur er helfen. Das äußere Gerät, wie es hier antwortet: { $outer }.

wan-address-unknown = Ihr Router sagt seine Straßenadresse nicht
    .meaning = Die Mauer hat zur Straße hin keine Hausnummer. Vielleicht ist die Leitung gestört, vielleicht steht draußen noch eine Mauer, oder der Router behält die Nummer für sich.
    .action = Öffnen Sie die Statusseite Ihres Routers, und suchen Sie seine Internetadresse. Gehen Sie dann weiter bis zum Klopfen von draußen, und tippen Sie sie dort ein.
    .detail = Router { $router } nennt keine brauchbare WAN-Adresse (leer oder 0.0.0.0). Manche Firmware (miniupnpd) antwortet so, wenn ihre WAN-Seite privat ist oder geteilt wird. Auch der nächste Sprung nach außen zeigt nichts.

router-refuses-other-devices = Ihr Router lässt jedes Gerät nur seinen eigenen Eingang öffnen
    .meaning = Der Torwächter ist vorsichtig. Jedes Gerät darf um eine Tür für sich selbst bitten und für niemand anderen. Darum darf dieser Computer nicht für die Telefonanlage bitten. Nichts ist kaputt.
    .action = Machen Sie den Eingang von Hand. Die Anleitung für Ihren Router zeigt jeden Schritt. Oder starten Sie dieses Programm auf der Telefonanlage selbst, denn dort darf es bitten: Der Befehl steht dabei.
    .detail = Router { $router } hat { $ports } ({ $services }) mit dem UPnP-Fehler { $code } abgelehnt. 606, oder 718 obwohl niemand den Port hat, bedeutet den sicheren Modus (secure mode): Ein Gerät darf nur an seine eigene Adresse weiterleiten. Eine von Hand gemachte Regel ist davon nicht betroffen; dieses Programm auch nicht, wenn es auf der Telefonanlage selbst läuft: { $command }{ $elsewhere ->
        [yes] {" "}Die Telefonanlage steht in einem anderen Netz als dieser Computer (VLAN oder Subnetz): Manche Router öffnen nur für Geräte aus dem Netz des Fragenden. Dieses Programm auf der Telefonanlage selbst zeigt, was davon zutrifft.
       *[no] {""}
    }

router-refuses = Ihr Router öffnet diesen Eingang nicht auf Wunsch
    .meaning = { $why ->
        [no-address] Die Mauer hat zur Straße hin keine Hausnummer. Solange das so ist, öffnet der Torwächter niemandem eine Tür.
        [another-nat] Zwischen diesem Computer und Ihrem Router steht noch eine Mauer. Der Torwächter sieht jemand anderen bitten, und Fremden öffnet er nichts.
        [forbidden] Der Torwächter wurde um eine Tür zu genau diesem Gerät gebeten und darf keine geben. Nichts ist kaputt. Jemand hat ihm das so gesagt, oder er kam schon so.
        [not-this-one] Der Torwächter würde eine andere Tür geben, aber nicht genau diese. Jemand anders hat sie, oder er darf sie nicht hergeben. Die Telefone draußen kennen nur diese eine.
       *[unknown] Der Torwächter wurde gefragt und hat Nein gesagt. Mehr verrät sein Grund nicht.
    }
    .action = Sehen Sie { $why ->
        [no-address] auf der Statusseite Ihres Routers nach. Ist die Leitung gestört, dann rufen Sie Ihren Internetanbieter an. Steht die Leitung, dann bitten Sie ihn um eine eigene öffentliche Adresse.
        [another-nat] nach, welche Mauer dazwischensteht. Oft ist es eine virtuelle Maschine, die sich hinter ihrem Computer versteckt. Geben Sie ihr eine eigene Adresse im Netz Ihres Büros.
        [forbidden] in den Einstellungen Ihres Routers nach, welche Geräte Eingänge öffnen dürfen, und erlauben Sie es diesem hier. Oder machen Sie den Eingang von Hand.
        [not-this-one] die Liste der Regeln in Ihrem Router durch. Hat eine Regel diese Nummer und niemand braucht sie, dann entfernen Sie die Regel. Gibt es keine, dann machen Sie den Eingang von Hand.
       *[unknown] in die Anleitung für Ihren Router, und machen Sie den Eingang von Hand.
    }
    .detail = Router { $router } hat { $ports } mit dem Fehler { $code } abgelehnt. { $why ->
        [no-address] Er hat keine brauchbare WAN-Adresse: NETWORK_FAILURE (PCP 7, NAT-PMP 3), oder UPnP 501 mit leerer Adresse, wie miniupnpd hinter einem weiteren NAT antwortet.
        [another-nat] ADDRESS_MISMATCH (PCP 12): Die Anfrage kam bei ihm von einer anderen Adresse an, als sie abgeschickt wurde.
        [forbidden] NOT_AUTHORIZED (2), oder UPnP 606 oder 718 für die eigene Adresse des fragenden Geräts: durch eine Berechtigungsregel verboten oder für dieses Gerät ausgeschaltet.
        [not-this-one] CANNOT_PROVIDE_EXTERNAL (PCP 11), oder NAT-PMP hat einen anderen Port gewährt: von einem anderen Gerät oder einer Regel von Hand belegt, oder durch eine Berechtigungsregel verboten. Welches davon, sagen die Protokolle nicht.
       *[unknown] Niemand hat den Port, und keine andere Ablehnung verrät den Grund.
    }

port-not-permitted = Ihr Router lehnt diesen Eingang ab, andere erlaubt er
    .meaning = Der Torwächter öffnet manche Türen auf Wunsch und behält andere für sich. Türen mit niedriger Nummer gehören oft dem Router.
    .action = Machen Sie diesen Eingang von Hand. Die Anleitung für Ihren Router zeigt jeden Schritt.
    .detail = Router { $router } hat { $ports } ({ $services }) mit dem Fehler { $code } abgelehnt, während andere Ports durchgehen. Ab Werk erlauben viele Router nur 1024 bis 65535.

mapping-conflict = Ein anderes Gerät hat diesen Eingang schon
    .meaning = Die Tür, die Sie brauchen, ist da, aber auf dem Namensschild steht jemand anders. Wir nehmen niemandem eine Tür weg.
    .action = Sehen Sie die Liste der Regeln in Ihrem Router durch. Entfernen Sie die alte Zeile, wenn niemand sie braucht, oder schalten Sie den Telefondienst des Routers aus. Prüfen Sie dann noch einmal.
    .detail = { $ports } ({ $services }) lässt sich auf { $router } nicht weiterleiten: Fehler { $code }, belegt von { $client }. 718 ist die Weiterleitung eines anderen Geräts, 729 eine Regel von Hand oder ein Dienst des Routers selbst.

mapping-table-full = Ihr Router nimmt keinen weiteren Eingang auf
    .meaning = { $forgot ->
        [yes] Ihr Router hat Ja gesagt und die Tür dann nicht behalten. Meist hat seine Mauer nur für eine bestimmte Zahl von Türen Platz, und alle sind vergeben.
       *[no] Die Mauer hat nur für eine bestimmte Zahl von Türen Platz, und alle sind vergeben.
    }
    .action = Entfernen Sie aus der Liste Ihres Routers die Regeln, die niemand braucht. Oder machen Sie diesen Eingang von Hand. Prüfen Sie dann noch einmal.
    .detail = Router { $router }, { $ports } ({ $services }): { $forgot ->
        [yes] Er hat Erfolg gemeldet, und der Eintrag ist beim Nachlesen nicht da.
       *[no] Er hat mit dem Fehler { $code } abgelehnt.
    } In seiner Liste stehen { $count } Einträge. 728, NO_RESOURCES oder USER_EX_QUOTA bei PCP, 402 bei voller Tabelle, oder ein Erfolg, der sich nicht nachlesen lässt, bedeuten eine volle Tabelle; einige wenige Router behalten nie, was ein Programm erbittet.

mapping-not-listed = Ihr Router führt diesen Eingang nicht in seiner Liste
    .meaning = In der Liste des Routers gibt es kein Namensschild dafür. Eine von Hand gemachte Tür kann dort fehlen und trotzdem da sein. Das zeigt nur ein Klopfen von draußen.
    .action = Öffnen Sie den Eingang, oder klopfen Sie zuerst von draußen, um zu sehen, ob er schon da ist.
    .detail = { $services } ({ $ports }): Der Router führt keine Weiterleitung auf, und niemand hat von draußen nachgesehen. Viele Router lassen von Hand gemachte Regeln aus der UPnP-Liste weg.

mapping-missing = Ein Besucher hörte nichts, und kein Eingang ist verzeichnet
    .meaning = { $list ->
        [leaves-out] Die Liste Ihres Routers lässt von Hand gemachte Regeln weg, wie ein anderer Eingang zeigt. Also kann auch diese Tür da sein und nicht stimmen.
       *[read] Ein Besucher hat geklopft und nichts gehört. Wir wissen von keiner Tür in der Außenmauer, die zu Ihrer Telefonanlage führt.
    }
    .action = { $list ->
        [leaves-out] Vergleichen Sie die von Hand gemachte Regel mit der Anleitung. Gibt es keine, dann öffnen Sie den Eingang. Sie sehen jede Änderung, bevor sie gemacht wird.
       *[read] Öffnen Sie den Eingang. Sie sehen jede Änderung, bevor sie gemacht wird.
    }
    .detail = { $services } ({ $ports }): { $list ->
        [read] Der Router führt keine Weiterleitung auf
        [leaves-out] Der Router führt keine Weiterleitung auf, doch ihm fehlt auch eine andere, die bewiesen ist
       *[unread] Es ließ sich keine Liste der Weiterleitungen lesen
    }, und von draußen kam keine Antwort. Wurde eine Regel von Hand gemacht (viele Listen lassen solche weg), dann mit der Tabelle der Anleitung vergleichen; stimmt sie, dann hält etwas vor dem Router oder auf der Straße des Besuchers das Klopfen zurück.

mapping-wrong-device = Dieser Eingang führt zum falschen Gerät
    .meaning = { $kind ->
        [phone-system] Die Tür ist da, aber sie führt zu Ihrer anderen Telefonanlage, { $other }. Eine Tür kann nur zu einer von beiden führen.
       *[other] Die Tür ist da, aber dahinter liegt das falsche Zimmer. Besucher der Telefonanlage landen bei einem anderen Gerät.
    }
    .action = Ändern Sie die Regel in Ihrem Router so, dass sie zu der geprüften Telefonanlage führt. Die Anleitung zeigt jeden Schritt. { $kind ->
        [phone-system] Müssen beide erreichbar sein, dann lassen Sie die Regel stehen und geben einer von beiden eine andere Türnummer, im Router und in ihren Telefonen.
       *[other] { "" }
    }
    .detail = { $services } ({ $ports }): weitergeleitet an { $client }, Port { $port }, und nicht an die Telefonanlage { $address }.

mapping-wrong-port = Dieser Eingang führt innen an die falsche Stelle
    .meaning = Die Tür ist da, aber sie führt zum falschen Schreibtisch, oder sie ist für eine andere Art von Besuchern gemacht.
    .action = Ändern Sie die Regel in Ihrem Router. In der Anleitung steht eine Tabelle mit den richtigen Nummern zum Abschreiben.
    .detail = { $services } ({ $ports }): weitergeleitet an Port { $port } von { $address }. Das ist innen ein anderer Port als der, auf dem die Telefonanlage lauscht, oder nur das andere Protokoll.

mapping-disabled = Dieser Eingang ist gemacht, aber ausgeschaltet
    .meaning = Die Tür hat ihr Namensschild, aber jemand hat den Schlüssel umgedreht. Niemand kommt herein, bis sie eingeschaltet wird.
    .action = Schalten Sie die Regel in Ihrem Router ein. Prüfen Sie dann noch einmal.
    .detail = { $services } ({ $ports }): eingetragen für { $address } mit NewEnabled = 0.

mapping-expires = Dieser Eingang wurde nur für eine bestimmte Zeit geöffnet
    .meaning = Ist diese Zeit um, verschließt der Router die Tür von selbst, und Anrufe bleiben ohne Warnung aus.
    .action = Machen Sie die Regel von Hand in Ihrem Router. Dann bleibt sie. Lassen Sie bis dahin dieses Programm offen, oder starten Sie „entrance watch“: Es verlängert, was es geöffnet hat.
    .detail = Die Laufzeit (lease) von { $ports } ({ $services }) endet, die erste am { $until }. Router der Version 2 geben höchstens 604800 Sekunden (7 Tage), auch wenn man um kein Ende bittet.

mapping-listed-but-dead = Ihr Router führte einen Eingang auf, der nicht ging
    .meaning = Das Namensschild war da, aber die Tür dahinter klemmte. Herausnehmen und wieder Einsetzen hat geholfen. Sie kann wieder klemmen.
    .action = Machen Sie diese Regel von Hand, damit sie hält. Installieren Sie dann die Updates Ihres Routers.
    .detail = { $services }: aufgeführt und richtig, innen beantwortet, von draußen stumm; nach Löschen und neuem Anlegen der Weiterleitung kam von draußen eine Antwort.

range-too-long-for-router = Es braucht mehr Türen, als Ihr Router einzeln öffnet
    .meaning = { $kind ->
        [fax] Ein Fax wählt seine Tür aus einer langen Reihe.
       *[voices] Jeder Anruf braucht zwei kleine Türen für seinen Ton.
    } Ein Router, der sie einzeln öffnet, hat bald keinen Platz mehr. Eine einzige Regel von Hand umfasst sie alle.
    .action = Machen Sie eine einzige Regel von Hand für alle zusammen. Die Anleitung zeigt die Nummern zum Abschreiben.
    .detail = Der { $kind ->
        [fax] Faxbereich
       *[voices] Sprachbereich
    } { $range } kann oder sollte nicht Port für Port weitergeleitet werden: Viele Tabellen fassen 32 Einträge, und aufgeräumt wird oft schon ab 20. { $kind ->
        [fax] Den Bereich auf der Telefonanlage kürzen oder ganz lassen und ihn dann als eine einzige UDP-Regel weiterleiten.
       *[voices] Gleichzeitige Anrufe: { $calls }. Zwei Ports je Anruf plus zwei ergeben { $proposed }. Den Bereich auf der Telefonanlage auf das kürzen, was die Anrufe brauchen, und ihn dann als eine einzige UDP-Regel weiterleiten.
    }

## Findings: your phone system

phone-system-not-found = Ihre Telefonanlage wurde noch nicht gefunden
    .meaning = Wir kennen die Mauer, aber nicht das Zimmer, in dem die Telefonanlage sitzt. Zu einem unbekannten Zimmer kann keine Tür führen.
    .action = Tippen Sie die Adresse der Telefonanlage ein. Ein Tischtelefon zeigt sie im Statusmenü als seinen Server an. Oder lassen Sie dieses Programm sich im Netz Ihres Büros umsehen.
    .detail = Es wurde keine Adresse angegeben, keine ist von der letzten Prüfung bekannt, und kein Gerät im lokalen Netz sieht wie eine Telefonanlage aus. Im Terminal: --pbx ADDRESS oder --find-phone-system. Das Umsehen umfasst das eigene Netz dieses Computers; eine Telefonanlage in einem anderen (VLAN) findet man nur über ihre Adresse.

phone-system-silent = Unter der Adresse Ihrer Telefonanlage antwortet nichts
    .meaning = Wir haben am Büro hinter dem Eingang geklopft, und niemand hat geantwortet. { $apart ->
        [yes] Auch Ihr Router antwortet nicht. Vielleicht ist dieser Computer in einem Gäste-WLAN, das die Geräte voneinander trennt. Oder die Telefonanlage ist ausgeschaltet oder umgezogen.
       *[no] Sie ist vielleicht ausgeschaltet. Vielleicht ist sie in ein anderes Zimmer umgezogen.
    }
    .action = Sorgen Sie dafür, dass { $apart ->
        [yes] dieser Computer im eigenen Netz des Büros ist, am besten per Kabel, und dass
       *[no] {""}
    } die Telefonanlage eingeschaltet ist und ihre Adresse stimmt. Prüfen Sie dann noch einmal.
    .detail = Unter { $address } hat kein Dienst des Profils geantwortet (eine Ablehnung ist keine Antwort). { $there ->
        [yes] Das Gerät selbst ist da: Seine Firewall ansehen, und ob die gewählte Art von Telefonanlage stimmt.
        [no] Im lokalen Netz war unter dieser Adresse kein Gerät zu sehen: Strom, Kabel und Adresse ansehen.
       *[other] Ob das Gerät selbst da ist, war nicht zu sehen.
    }

service-not-running = Ein Teil Ihrer Telefonanlage antwortet nicht
    .meaning = { $outside ->
        [yes] Ein Besucher auf der Straße bekommt Antwort, dieser Computer nicht. Vielleicht lässt Ihre Telefonanlage diesen Computer nicht herein. Oder auf der Straße antwortet jemand anders.
       *[no] Die Telefonanlage ist zu Hause, aber ein Schreibtisch darin gibt keine Antwort. Ein Eingang zu einem leeren Schreibtisch nützt niemandem.
    }
    .action = Bitten Sie den Menschen, der Ihre Telefonanlage betreut, { $outside ->
        [yes] diesen Computer von der Liste der gesperrten Adressen zu nehmen
       *[no] diesen Dienst zu starten
    }. Prüfen Sie dann noch einmal.
    .detail = { $services } ({ $ports }) auf { $address }: innen abgelehnt oder stumm. { $outside ->
        [yes] Von draußen kam eine Antwort: In fail2ban und in der eigenen Firewall der Telefonanlage nach der Adresse dieses Computers suchen. Solange innen nichts antwortet, lässt sich nicht zeigen, wessen Antwort es war.
       *[no] Mindestens ein anderer Dienst dieser Telefonanlage antwortet hier. Auch von draußen kam keine Antwort, oder niemand hat gefragt.
    }

several-phone-systems = In Ihrem Büro antwortet mehr als eine Telefonanlage
    .meaning = Eine Tür zur Straße führt nur zu einer von ihnen. { $chosen ->
        [yes] Was hier steht, gilt für die geprüfte.
       *[no] Bis Sie eine wählen, lässt sich über keine etwas sagen.
    }
    .action = Wählen Sie, welche die Telefone draußen benutzen, und prüfen Sie { $chosen ->
        [yes] danach auch die andere.
       *[no] diese zuerst. Prüfen Sie dann auch die andere.
    } Müssen beide erreichbar sein, dann geben Sie einer andere Türnummern. Oder fragen Sie einen Techniker. In den Einzelheiten steht, was hilft.
    .detail = Geprüft: { $address }. Es antwortet auch: { $others }. Die Liste des Routers: { $leads }. Damit beide erreichbar sind: andere äußere Ports an eine davon weiterleiten und in deren Telefonen einstellen, oder einen Session Border Controller vor beide setzen.

phone-system-moved = Ihre Telefonanlage ist an eine andere Adresse umgezogen
    .meaning = Das Büro hinter dem Eingang ist in ein anderes Zimmer gezogen. Früher gemachte Türen führen noch ins alte.
    .action = Reservieren Sie in Ihrem Router eine feste Adresse für die Telefonanlage. Lassen Sie dann die Eingänge dorthin führen.
    .detail = { $by ->
        [hardware] Dasselbe Gerät (Hardware-Adresse) war bei der letzten Prüfung unter { $client } und ist jetzt unter { $address }.
       *[name] Eine Telefonanlage, die sich ebenso nennt, war bei der letzten Prüfung unter { $client }, und eine ist jetzt unter { $address }. Ihre Hardware-Adresse war nicht zu erfahren, also sähe ein neues Gerät derselben Art genauso aus.
    }

phone-system-address-may-change = Die Adresse Ihrer Telefonanlage kann sich eines Tages ändern
    .meaning = Ihr Router vergibt die Zimmernummern. Eines Tages gibt er der Telefonanlage vielleicht eine neue. Dann führen die Eingänge in ein leeres Zimmer.
    .action = Reservieren Sie die Adresse für die Telefonanlage in Ihrem Router. Die Anleitung zeigt, wo.
    .detail = Nichts zeigt, dass { $address } reserviert (DHCP-Reservierung) oder auf der Telefonanlage fest eingetragen ist.

wrong-machine-answers = An Ihrem Eingang antwortet ein anderes Gerät
    .meaning = Wir haben geklopft, und jemand hat geantwortet, aber nicht Ihre Telefonanlage. Hinter dieser Tür wohnt jemand anders. Oft ist es der Router selbst.
    .action = Sehen Sie nach, wohin die Regel in Ihrem Router führt. Schalten Sie den Telefondienst des Routers aus, wenn Sie ihn nicht benutzen.
    .detail = { $services } ({ $ports }): Innen antwortet „{ $seen_inside }“, draußen antwortet „{ $seen_outside }“. Höchstwahrscheinlich zwei Geräte: eine Regel, die anderswohin führt, oder der SIP-Dienst des Routers. Eine Telefonanlage, die Fremden anders antwortet als dem eigenen Netz, kann ebenso aussehen; dann steht das Klopfen in ihrem eigenen Protokoll.

## Findings: the knock from outside

not-seen-from-outside = Noch hat niemand von draußen nachgesehen
    .meaning = Von innen sehen Sie nicht, ob die Tür zur Straße aufgeht. Das kann nur ein Besucher.
    .action = Klopfen Sie von draußen. Nehmen Sie das Internet Ihres Handys, oder schicken Sie jemandem zu Hause einen Code.
    .detail = Es gab keinen Blick von außen, also lässt sich kein Dienst bestätigen. Ein Test der öffentlichen Adresse von innen (Hairpin) beweist wenig: Für ihn gelten andere Regeln als für einen Fremden.

helper-unreachable = Das Klopfen von draußen kam nicht zustande
    .meaning = Unser Besucher hatte Schwierigkeiten und kam gar nicht bis zu Ihrer Tür. Über Ihr Büro sagt das nichts.
    .action = Versuchen Sie es noch einmal, oder wählen Sie einen anderen Weg, von draußen zu klopfen.
    .detail = Der Gang selbst ist gescheitert: { $trouble ->
        [no-way-out] der Besucher hatte keinen Weg ins Internet, oder seine eigene Firewall hielt ihn auf
        [limit] die Grenzen, die vor einer Sperre schützen, waren erreicht, also wurde nichts gesendet
        [time] die Zeit lief ab, bevor etwas gefragt wurde
        [not-walked] niemand ist gegangen
       *[other] { $trouble }
    }. Über das Büro ist dadurch nichts bekannt.

walk-path-unproved = Dieser Gang beweist nichts über diese Türen
    .meaning = { $streets ->
        [lies] Auf diesem Gang schien jede Tür aufzugehen, auch Türen, die niemand benutzt. Vielleicht öffnet sie alle die Straße des Besuchers, oder Ihr Router schickt jedes Klopfen an ein einziges Gerät weiter. Darum können wir nicht sagen, ob die Schränke verschlossen sind.
        [several] Besucher aus mehr als einer Straße haben von Ihrem Büro gar nichts gehört. Das Schweigen liegt also eher auf Ihrer Seite. Aber kein Besucher hat ein Wort gehört, darum ist auch das nicht sicher.
       *[one] Der Besucher hat von Ihrem Büro gar nichts gehört. Vielleicht verschluckt seine eigene Straße solches Klopfen. Darum können wir nicht sagen, welche Seite geschwiegen hat.
    }
    .action = Versuchen Sie es { $streets ->
        [lies] von einer anderen Straße aus. Geht auch dort jede Tür auf, suchen Sie im Router eine Einstellung, die alles an ein Gerät weiterleitet (»Exposed Host«), und schalten Sie sie aus.
        [several] bei Ihrem Internetanbieter: Fragen Sie, ob er Telefonie über das Internet zurückhält. Sehen Sie auch nach der Firewall in Ihrem Router.
       *[one] von einer anderen Straße aus, etwa aus einem anderen Mobilfunknetz oder einer anderen Wohnung. Schalten Sie am Handy zuerst das WLAN aus.
    }
    .detail = Der Gang (durch: { $walker ->
        [colleague] einen Kollegen
        [step-outside] diesen Computer auf einer anderen Straße
       *[helper] einen ständigen Helfer
    }, von { $address }) bekam von diesem Büro keine brauchbare Antwort, oder auch unbenutzte Ports schienen anzunehmen; dann antwortet die Straße, auf der er stand, für andere. Mobilfunk und Hotspots filtern oft 5060 oder setzen einen Proxy oder eine Anmeldeseite davor.{ $streets ->
        [several] {" "}Auch ein anderer Gang von einer anderen Adresse bekam keine: die Filter des Anbieters ansehen, ein Modem vor dem Router, die Firewall des Routers und die Firewall der Telefonanlage (Absender von außen).
       *[one] {""}
    }

visitor-shut-out = Ihr Eingang öffnete sich schon, aber nicht für diesen Besucher
    .meaning = { $others ->
        [yes] Ein Besucher bekommt Antwort, ein anderer nicht.
       *[no] Vor Kurzem bekam hier jemand Antwort, und jetzt bekommt dieser Besucher keine.
    } Meist hält eine Liste diesen Besucher fern. Telefonanlagen führen solche Listen nach zu vielen falschen Versuchen.
    .action = Suchen Sie in Ihrer Telefonanlage die Liste der gesperrten Adressen. Nehmen Sie { $known ->
        [yes] { $address }
       *[no] die Adresse dieses Besuchers
    } herunter. Stellen Sie dann im Telefon dieses Besuchers das richtige Passwort ein. { $others ->
        [yes] {""}
       *[no] Steht sie auf keiner Liste, dann lassen Sie jemanden von einer anderen Straße klopfen. Hört auch er nichts, dann schweigt der ganze Eingang.
    }
    .detail = { $services } ({ $ports }): { $known ->
        [yes] { $address }
       *[no] Ein Besucher, dessen Adresse niemand genannt hat (eine Webseite, die die eigene Adresse zeigt, verrät sie, an seinem Anschluss geöffnet),
    } bekommt keine Antwort, während eine andere Straße innerhalb einer halben Stunde eine bekam, oder dieselbe vorher. In fail2ban, in der eigenen Firewall der Telefonanlage und in jeder Liste vertrauenswürdiger Quellen nachsehen. Steht die Adresse nirgends, dann filtert vielleicht der Anschluss dieses Besuchers Port 5060: ihn auch von einem anderen Anschluss aus klopfen lassen.

phones-use-other-address = Die Telefone draußen suchen eine andere Adresse
    .meaning = { $leads ->
        [nowhere] Jedes Telefon draußen hat einen Namen in der Tasche, und niemand konnte uns sagen, wohin er führt. Also findet es Ihr Haus vielleicht nicht.
        [inside] Jedes Telefon draußen hat eine Adresse in der Tasche, die nur in Ihrem Haus etwas bedeutet. Draußen führt sie nirgendwohin.
        [newer] Jedes Telefon draußen hat eine Straßenadresse der neueren Art in der Tasche. Ihr Haus hat anscheinend keine dieser Art. Darum finden die Telefone es nicht.
       *[elsewhere] Jedes Telefon draußen hat eine Straßenadresse in der Tasche, und es ist nicht Ihre. Also klopft es an einem anderen Haus.
    }
    .action = Berichtigen Sie den Servernamen in den Telefonen draußen. Bei einer trixbox Pro endet der Name für draußen auf x.
    .detail = Die Telefone benutzen { $server }; das führt zu { $address }. Die Straßenadresse des Büros ist { $wan }. { $leads ->
        [newer] Der Name hat keine IPv4-Adresse, und dieser Computer sieht im Büro kein IPv6.
       *[other] {""}
    }

not-outside = Dieses Klopfen kam aus Ihrer eigenen Straße
    .meaning = Der Besucher hat das Internet Ihres Büros benutzt. Die eigene Haustür von innen zu probieren, beweist wenig.
    .action = Schalten Sie am Handy das WLAN aus, damit es das Netz Ihres Büros verlässt. Klopfen Sie dann noch einmal.
    .detail = { $seen ->
        [inside] Die Telefonanlage sah den Besucher unter { $address }, einer inneren Adresse: Der Router hat das Klopfen umgelenkt (Hairpin). Einige wenige Router schreiben auf jeden Besucher ihre eigene innere Adresse; hinter so einem ist ein Testanruf der Beweis.
       *[street] Der Gang kam von { $address }, der öffentlichen Adresse des Büros selbst, also nicht von draußen.
    }

no-answer-outside = Keine Antwort von draußen, obwohl innen alles stimmt
    .meaning = { $bell ->
        [yes] Andere Ihrer Eingänge bekommen Antwort, nur die Klingel nicht. Jemand auf dem Weg hält genau diese Klingel zurück. Das kann in der Straße des Besuchers sein oder in Ihrer.
       *[no] Die Telefonanlage ist zu Hause, und der Router führt die Tür auf. Trotzdem hört ein Besucher auf der Straße nichts. Etwas hält das Klopfen fern.
    }
    .action = Versuchen Sie { $next ->
        [bell] es zuerst von einer anderen Straße, etwa aus einer anderen Wohnung. Schweigt die Klingel auch dort, dann fragen Sie Ihren Internetanbieter, ob er Telefonanrufe zurückhält.
        [repair] dies: Lassen Sie dieses Programm den Eingang herausnehmen und wieder einsetzen, während niemand telefoniert. Klopfen Sie dann noch einmal.
        [repaired] es zuerst von einer anderen Straße, etwa aus einer anderen Wohnung. Den Eingang herauszunehmen und wieder einzusetzen, hat nicht geholfen. Schweigt er auch dort, dann fragen Sie Ihren Internetanbieter, was er zurückhält.
       *[by-hand] dies: Entfernen Sie die Regel, und machen Sie sie von Hand neu. Klopfen Sie dann noch einmal. Bleibt es still, dann fragen Sie Ihren Internetanbieter, was er zurückhält.
    }
    .detail = { $services } ({ $ports }): innen beantwortet, von der Liste des Routers nicht widerlegt, von draußen stumm, und eine tiefere Ursache ist nicht bekannt. { $bell ->
        [yes] Nur UDP 5060 schweigt; derselbe Gang bekam anderswo Antwort. Zwei Ursachen: ein Filter am Anschluss des Besuchers (Mobilfunk und Hotspots haben oft einen) oder ein Filter vor dem Router oder in ihm (des Anbieters, des Telefondienstes oder des SIP-Helfers im Router). Ein Klopfen von einem anderen Anschluss zeigt, welche.
       *[no] Die Firewall des Routers ansehen, eine Regel von Hand, die dieser vorgeht, die Firewall der Telefonanlage (Absender von außen) und ihr Standardgateway.
    }

guest-list-not-proved = Noch hat niemand von der Gästeliste geklopft
    .meaning = { $stranger ->
        [yes] Am Eingang hängt eine Gästeliste, und ein Fremder blieb draußen. Das ist richtig. Aber noch hat kein Gast die Tür probiert.
        [unsure] Ein Fremder hat geklopft und nichts gehört, wie hinter einer Gästeliste. Aber noch zeigt nichts, dass es den Eingang überhaupt gibt. Kein Gast hat die Tür probiert.
       *[no] Sie haben uns von einer Gästeliste erzählt. Noch hat kein Gast die Tür probiert, also weiß niemand, ob sie Gäste hereinlässt.
    }
    .action = Bitten Sie jemanden von der Gästeliste zu klopfen. Schicken Sie einen Code.
    .detail = Vertrauenswürdige Quellen: { $sources }. Kein Gang von dort bekam eine Antwort. Schweigen gegenüber einem Fremden zählt als bestätigt, sobald einer eine bekam.

blocked-before-router = Kein Besucher kommt durch, obwohl innen alles stimmt
    .meaning = Die Türen stimmen, und die Telefonanlage ist zu Hause. Trotzdem hört kein Besucher an einer davon eine Antwort. Meist hält jemand weiter oben in der Straße die Besucher zurück. Oder die Telefonanlage antwortet nur dem eigenen Netz.
    .action = Fragen Sie Ihren Internetanbieter, ob er Telefonie über das Internet sperrt, und nach einem Sicherheitspaket auf Ihrem Anschluss. Sehen Sie auch ins Protokoll der Telefonanlage: Steht ein Klopfen darin, dann hält ihre eigene Wache die Besucher zurück.
    .detail = An { $services } ({ $ports }) wurde unter { $address } geklopft, und nichts hat geantwortet, obwohl innen alles stimmt und die öffentliche Adresse die des Büros ist. Übliche Ursachen: ein Filter des Anbieters, ein „erweiterter Schutz“ des Anschlusses, eine Firewall in einem Modem im Bridge-Modus. Kommt das Klopfen an der Telefonanlage an (ihr Protokoll oder ein Paketmitschnitt dort), dann stattdessen ihre Firewall ansehen (Absender von außen, und ob nur dieser Besucher gesperrt ist) und ihr Standardgateway.

## Findings: the sound

machine-not-shown = Jemand hat geöffnet, und es sieht nach Ihrer Telefonanlage aus
    .meaning = Die Stimme an der Tür war die richtige. Aber in der Liste Ihres Routers steht nicht, in welches Zimmer dieser Eingang führt.
    .action = Sehen Sie in Ihrem Router nach: Die Regel muss zu Ihrer Telefonanlage führen und zu niemandem sonst. Tut sie das, dann ist alles gut.
    .detail = { $services } ({ $ports }) hat von draußen so geantwortet wie die Telefonanlage ({ $inside }) innen. Es ist keine Weiterleitung zu ihr aufgeführt (eine Regel von Hand fehlt manchmal), und kein Umsehen hat gezeigt, dass kein anderes Gerät ebenso antwortet.

street-not-shown = Wir wissen nicht, auf welcher Straße dieser Besucher stand
    .meaning = Der Besucher hat eine Antwort bekommen. Aber nichts hat uns gesagt, wo er stand: Es könnte in Ihrem eigenen Gebäude gewesen sein.
    .action = Klopfen Sie noch einmal mit einem Handy, das nicht in Ihrem WLAN ist.
    .detail = { $services } ({ $ports }): Keine Antwort nannte die eigene Adresse des Besuchers (received nach RFC 3581), also ist nicht gezeigt, dass der Gang von einer anderen öffentlichen Adresse kam.

audio-not-proved = Der Ton Ihrer Anrufe ist noch nicht bewiesen
    .meaning = Die Türen für Stimmen öffnen sich nur während eines Anrufs. Darum sagt uns ein Klopfen dort nichts.
    .action = { $list ->
        [not-listed] Öffnen Sie zuerst den Eingang für Stimmen: In der Liste Ihres Routers steht keiner. Wenn Sie diese Regel von Hand gemacht haben, ist das schon getan.{" "}
        [inner] Machen Sie die Regel für Stimmen auch im äußeren Gerät: Ihr Router ist nicht die letzte Mauer vor der Straße.{" "}
       *[mapped] {""}
    }{ $shorten ->
        [yes] Stellen Sie auch in Ihrer Telefonanlage { $proposed } für die Stimmen ein. Sonst wählt sie aus einer längeren Reihe von Türen, als Sie brauchen.{" "}
       *[no] {""}
    }Machen Sie einen Testanruf zu einem Telefon draußen, und hören Sie an beiden Enden. Sagen Sie dann diesem Programm, dass beide Seiten einander gehört haben.
    .detail = Der Sprachbereich ({ $range } auf der Telefonanlage, { $proposed } vorgeschlagen) { $list ->
        [mapped] steht in der Liste des Routers
        [not-listed] steht nicht in der Liste des Routers, in der von Hand gemachte Regeln fehlen können
        [inner] steht in der Liste des inneren Routers, und keine Liste zeigt, was das Gerät davor tut
       *[unknown] steht in keiner Liste, die sich lesen ließ; ob er weitergeleitet ist, weiß niemand
    }. Kein Zeuge auf der Telefonanlage hat für ihn geantwortet, und kein Testanruf hat ihn bewiesen. RTP-Ports antworten nur während eines Anrufs. Zum Beweis „entrance rehearse“ auf einem Computer draußen starten, oder „entrance witness --code CODE“ auf der Telefonanlage, während jemand mit diesem Code geht.

audio-partly-open = Manche Türen für Stimmen gehen nicht auf
    .meaning = Jeder Anruf wählt seine Tür für den Ton zufällig. Klemmen einige, dann haben manche Anrufe keinen Ton.
    .action = Vergleichen Sie die Regel in Ihrem Router mit der Tabelle in der Anleitung. Die erste und die letzte Nummer müssen übereinstimmen. Klopfen Sie dann noch einmal.
    .detail = Vom Sprachbereich { $ports } wurden { $asked } Ports von draußen mit einem Kennwort gefragt, und ein Zeuge auf der Telefonanlage hat für die anderen geantwortet. { $missing_ports } kommen nicht durch: { $missing }{ $more ->
        [0] {""}
       *[other] {" "}und { $more } weitere
    }. Übliche Ursachen, die wahrscheinlichste zuerst: Die Regel beginnt oder endet bei anderen Ports als der Bereich der Telefonanlage; eine andere Regel, ein Spiel oder eine befristete Weiterleitung hält einen dieser Ports; eine Firewall auf der Telefonanlage. { $shifted_outside ->
        [none] {""}
       *[other] Port { $shifted_outside } kommt innen als { $shifted_inside } an: Äußere und innere Ports müssen gleich sein.
    }

sip-rewritten = Ein Pförtner in Ihrem Router schreibt die Briefe um
    .meaning = Jeder Anruf beginnt mit einem Brief. Ein Pförtner öffnet Ihre Briefe und schreibt eine andere Adresse darauf. Er meint es gut, aber Antworten und Stimmen gehen dann an die falsche Tür.
    .action = { $switch ->
        [there] Schalten Sie diesen Helfer in Ihrem Router aus. Die Stelle: { $path }. Prüfen Sie dann noch einmal.
        [none] Nehmen Sie einen anderen Weg für Anrufe, denn dieser Router hat keinen solchen Schalter: den gesicherten Weg oder eine andere Nummer als die übliche. Oder bitten Sie Ihren Internetanbieter um einen anderen Router.
       *[other] Schalten Sie diesen Helfer in Ihrem Router aus. Die Anleitung nennt die Namen, die Hersteller ihm geben. Prüfen Sie dann noch einmal.
    } { $ticked ->
        [yes] Sie haben ihn als erledigt abgehakt. Vielleicht ist der Schalter ein anderer, oder der Router will einen Neustart.
       *[other] { "" }
    }
    .detail = SIP ALG: Was abgeschickt wurde, ist nicht, was ankam. Geänderte Zeilen: { $lines } (Nachrichten an { $ports }). Zum Beispiel abgeschickt: „{ $sent }“, angekommen als: „{ $arrived }“. { $follows ->
        [usual-port] Es liest nur, was an Port 5060 geht; dieselbe Nachricht an einen anderen Port desselben Transports kommt durch. SIP auf einen anderen Port zu legen, umgeht es.
        [every-port] Es folgt SIP auf jedem Port, also hilft ein anderer SIP-Port nicht; TLS schon.
       *[unknown] Es wurden zu wenige Ports probiert, um zu sagen, ob es SIP auf jedem Port folgt.
    } { $back ->
        [yes] Auch die Antwort wurde auf dem Rückweg umgeschrieben.
       *[no] Die Antwort kam zurück, wie sie abgeschickt wurde.
    } { $walls ->
        [two] Zwischen hier und der Straße stehen zwei Router; welcher von ihnen es tut, ist nicht gezeigt.
       *[one] { "" }
    } { $switch ->
        [there] { $router }: Die Einstellung heißt { $setting }.
        [none] { $router }: Es ist kein Schalter bekannt ({ $setting }; { $path }). SIP über TLS (Port 5061) benutzen, oder einen anderen SIP-Port, wenn nur 5060 gelesen wird, oder den Router in den Bridge-Modus setzen mit einem eigenen Router dahinter.
       *[other] Namen, nach denen man sucht: { $setting }. Gibt es keinen Schalter, dann SIP über TLS (Port 5061) oder einen anderen SIP-Port benutzen.
    } Jede Zeile steht im Abschnitt des Berichts über den Pförtner.

sip-swallowed = Manche Briefe verschwinden zwischen hier und der Straße
    .meaning = Wir haben denselben Brief auf mehreren Wegen geschickt. Manche kamen an, manche wurden unterwegs behalten. Das kann ein Pförtner in Ihrem Router sein oder eine Wache weiter oben in der Straße.
    .action = { $switch ->
        [there] Schalten Sie den Pförtner in Ihrem Router aus. Die Stelle: { $path }. Prüfen Sie dann noch einmal. Verschwinden weiter Briefe, dann fragen Sie Ihren Internetanbieter.
       *[other] Fragen Sie Ihren Internetanbieter, ob er Telefonie über das Internet zurückhält. Suchen Sie auch in Ihrem Router nach einem Helfer für Anrufe, und schalten Sie ihn aus.
    }
    .detail = Pförtnertest: { $ports } verschwunden, { $passed } durchgekommen. { $way ->
        [back] Die Nachricht kam an, aber ihre Antwort kam nicht zurück.
       *[out] Die Nachricht kam nie beim Helfer an, obwohl sie über UDP zweimal oder über TCP einmal geschickt wurde.
    } Ein SIP ALG, das eine Nachricht nicht lesen kann, verwirft sie; ein Filter des Anbieters oder der Firma, bei der der Helfer steht, sieht genauso aus. Ein anderer Helfer zeigt den Unterschied.

sip-doorman-hint = Vielleicht schreibt ein Pförtner die Briefe um
    .meaning = Ein Telefonanbieter hat geantwortet, als käme Ihr Brief von der Straße selbst. Vielleicht hat jemand eine andere Adresse darauf geschrieben. Das beweist noch nichts.
    .action = Bitten Sie um einen ständigen Helfer, und prüfen Sie mit seinem Link noch einmal. Er vergleicht Ihren Brief Zeile für Zeile.
    .detail = { $server } hat auf SIP geantwortet, obwohl wir hinter NAT sind, und { $named ->
        [yes] nannte den Fragenden bei seiner inneren Adresse { $address }.
       *[no] nannte die Adresse nicht, die er sah.
    } Nach RFC 3261 Abschnitt 18.2.1 fügt ein Server received= hinzu, wenn der Via nicht zum Absender des Pakets passt, und hinter NAT sind die beiden immer verschieden. Fehlt es, oder steht die innere Adresse darin, dann hat vielleicht ein SIP ALG den Via umgeschrieben, oder der Server hält sich nicht an die Regel. Ein Hinweis, kein Urteil.

## Findings: keep it safe

open-to-everyone = An dieser Klingel darf jeder auf der Straße läuten
    .meaning = Fremde probieren solche Klingeln den ganzen Tag. Findet einer ein schwaches Passwort, dann telefoniert er auf Ihre Rechnung ins Ausland.
    .action = Hängen Sie eine Gästeliste an den Eingang, damit nur Orte hereinkommen, denen Sie vertrauen. { $known ->
        [yes] Das Zuhause Ihres Kollegen kommt als { $guests } darauf. Solche Adressen wechseln ab und zu. Sehen Sie also nach, wenn jenes Telefon verstummt.{" "}
       *[no] {""}
    }Kann Ihr Router das nicht, dann nehmen Sie lange Passwörter und sperren Sie Anrufe ins Ausland.
    .detail = { $services } ({ $ports }) antwortet einem Fremden, und es gilt keine Liste vertrauenswürdiger Quellen. Die Absenderadressen der Regel im Router einschränken oder in der Firewall der Telefonanlage; UPnP selbst kann Absender meist nicht einschränken.

must-stay-shut-is-open = Ein Schrank, der verschlossen bleiben muss, steht offen
    .meaning = In diesem Schrank liegen die Schlüssel zu Ihrer ganzen Telefonanlage. Von der Straße kommt jeder daran, oder eine Regel führt dorthin.
    .action = Entfernen Sie noch heute aus Ihrem Router die Regel, die Besucher dorthin lässt. Auf der Straße braucht das niemand.
    .detail = { $services } ({ $ports }) darf aus dem Internet nie erreichbar sein. { $how ->
        [answered] Es hat von draußen in seinem eigenen Protokoll geantwortet.
        [answered-over-ipv6] Es hat von draußen über IPv6 geantwortet, wo es keine Portweiterleitung braucht: Die IPv6-Firewall des Routers lässt Besucher herein.
       *[mapped] Der Router führt eine Weiterleitung auf, die dorthin führt.
    }

phone-web-page-exposed = Die Webseite eines Tischtelefons ist von draußen erreichbar
    .meaning = Ein Tischtelefon steht auf der Straße. Jeder kann seine Seite öffnen, sein Passwort lesen und damit telefonieren.
    .action = Entfernen Sie noch heute aus Ihrem Router die Regel, die zu dem Tischtelefon führt.
    .detail = Der äußere Port { $port } führt zu TCP 80 oder 443 von { $client }; das ist ein Tischtelefon und nicht die Telefonanlage.

another-web-page-answers = Der Straße antwortet eine Webseite, die nicht von der Anlage ist
    .meaning = Sie kann die eines Tischtelefons, die Ihres Routers oder Ihre eigene sein. Ist es die eines Tischtelefons, kann jeder dort sein Passwort lesen und damit telefonieren.
    .action = Öffnen Sie Ihre Straßenadresse im Browser eines Handys ohne WLAN, und sehen Sie nach, wessen Seite es ist. Entfernen Sie die Regel, die dorthin führt, wenn es nicht Ihre eigene Webseite ist.
    .detail = { $page } (TCP { $port }) hat von draußen geantwortet, und anders als die Telefonanlage innen auf diesem Port: anderer Server, anderer Bereich (realm) oder Titel, bei TLS ein anderes Zertifikat. Die Liste des Routers führt dort zu keinem bekannten Tischtelefon, und die Seite nennt keines. Sie kann auf dem Router selbst stehen (Fernverwaltung), auf einem NAS, einer Kamera oder einem Webserver.

guest-calls-accepted = Ihre Telefonanlage nimmt Anrufe von Fremden an
    .meaning = Ein Fremder ohne Namen bat um einen Anruf, und Ihre Telefonanlage begann ihn aufzubauen. Solche Anrufe landen auf Ihrer Rechnung.
    .action = Schalten Sie auf der Telefonanlage Anrufe von Gästen aus. Die Einstellung heißt oft „anonymous“ oder „guest“. Machen Sie dann den Test noch einmal.{ $lines ->
        [yes] {" "}Die Zeile, die zu ändern ist: { $change }.
       *[no] {""}
    }
    .detail = Ein INVITE ohne Anmeldung an einen erfundenen Namen wurde bearbeitet statt mit 401, 403 oder 407 abgelehnt: { $seen } (getestet am { $at }). chan_sip: allowguest=no; PJSIP: kein Endpoint namens anonymous; FreePBX: „Allow SIP Guests“ und „Allow Anonymous Inbound SIP Calls“ beide auf No. Ein angenommener Anruf (200) kann auch nur eine Ansage sein; den Wählplan hat er trotzdem erreicht.

extension-names-leak = Ihre Telefonanlage verrät Fremden, welche Nummern es gibt
    .meaning = { $by ->
        [settings] Nach ihren eigenen Einstellungen antwortet Ihre Telefonanlage einem Fremden auf einen echten Namen anders als auf einen erfundenen.
       *[test] Ein Fremder fragte nach zwei Namen, einem echten und einem erfundenen, und bekam zwei verschiedene Antworten.
    } So kann ein Fremder Ihre Nummern sammeln und Passwörter daran probieren.
    .action = Schalten Sie die Einstellung ein, die jedem Fremden dieselbe Antwort gibt. Fragen Sie den Menschen, der Ihre Telefonanlage betreut. Machen Sie dann den Test noch einmal.{ $lines ->
        [yes] {" "}Die Zeile, die zu ändern ist: { $change }.
       *[no] {""}
    }
    .detail = { $by ->
        [settings] Nach den Einstellungen: { $seen } (gelesen am { $at }).
       *[test] REGISTER ohne Anmeldung wird für einen echten und einen erfundenen Namen verschieden beantwortet: { $seen } (getestet am { $at }).
    } chan_sip: alwaysauthreject=yes; PJSIP antwortet von sich aus gleich. Ein 200 ist schlimmer: Anmeldungen werden ohne Passwort verraten.

outbound-blocked = Ihre Telefonanlage kommt nicht auf die Straße hinaus
    .meaning = Ihre Telefonanlage muss dafür hinaus, und etwas in der Mauer hält sie auf.
    .action = Erlauben Sie diesen Weg nach draußen in Ihrem Router oder in Ihrer Firewall. Die Liste der Wege nach draußen weiter unten ist für den Menschen, der sie betreut.
    .detail = { $services } ({ $ports }): Die Telefonanlage braucht das nach außen. Vergeblich gefragt: { $asked }. { $from ->
        [phone-system] Auf der Telefonanlage selbst versucht.
       *[here] Von diesem Computer aus versucht, der nicht die Telefonanlage ist: Für sie gelten vielleicht andere Regeln.
    }

provider-unreachable = Der Server Ihres Telefonanbieters antwortet nicht
    .meaning = Der Telefonanbieter ist die Hauptstraße für Ihre Anrufe. Wir konnten ihn nicht finden, oder er hat nicht geantwortet.
    .action = Prüfen Sie den Namen des Servers auf Tippfehler. Stimmt er, dann fragen Sie Ihren Telefonanbieter, ob sein Server Fremden antwortet und ob er heute eine Störung hat. Antwortet er und hat keine, dann steht vielleicht Ihre eigene Firewall im Weg.
    .detail = { $server }: { $why ->
        [nowhere] Der Name führt nirgendwohin (kein NAPTR-, SRV-, A- oder AAAA-Eintrag).
        [nobody-to-ask] Kein Nameserver dieses Netzes hat geantwortet, also ließ sich der Name nicht auflösen.
        [refused] Ein SIP OPTIONS an { $asked } wurde abgelehnt: Dort lauscht nichts, oder eine Firewall sagt Nein.
        [unreachable] { $asked } ist von hier nicht erreichbar (ICMP unreachable).
       *[silent] Ein SIP OPTIONS an { $asked } blieb ohne Antwort: unterwegs verworfen, oder dieser Server antwortet Fremden nicht.
    } { $from ->
        [phone-system] Auf der Telefonanlage selbst versucht.
       *[here] Von diesem Computer aus versucht, der nicht die Telefonanlage ist.
    }

not-checked-over-ipv6 = Ihre IPv6-Adresse wurde nicht geprüft
    .meaning = Ihr Gebäude hat eine zweite, neuere Art von Adresse. Dort hat niemand an Ihrer Telefonanlage geklopft. Darum können wir nicht sagen, was sie hereinlässt.
    .action = Prüfen Sie in der IPv6-Firewall Ihres Routers, dass Besucher von draußen nicht hereinkommen.
    .detail = Das Büro hat öffentliche IPv6-Adressen ({ $adapter }). Dienste der Telefonanlage können über IPv6 ganz ohne Portweiterleitung erreichbar sein. { $firewall ->
        [off] Der Router sagt, dass seine IPv6-Firewall aus ist (GetFirewallStatus): Was lauscht, ist erreichbar.
        [on] Der Router sagt, dass seine IPv6-Firewall an ist und dass Geräte keine Löcher (pinholes) darin öffnen dürfen (GetFirewallStatus).
        [pinholes] Der Router sagt, dass seine IPv6-Firewall an ist und dass Geräte Löcher (pinholes) darin öffnen dürfen (GetFirewallStatus).
       *[untold] Der Router sagt nicht, ob seine IPv6-Firewall an ist.
    } { $knocked ->
        [here] Der Helfer hat unter { $address } geklopft; das ist dieser Computer und nicht die Telefonanlage: die Prüfung auf der Telefonanlage selbst starten.
       *[nowhere] Nur ein ständiger Helfer klopft über IPv6, und nur an dem Computer, der fragt: die Prüfung auf der Telefonanlage selbst starten.
    }

ipv6-refused = Ihr Router hat für die neuere Art von Adresse nicht geöffnet
    .meaning = Ihr Gebäude hat eine zweite, neuere Art von Adresse. Wir haben Ihren Router gebeten, Telefone auch dort hereinzulassen. Er hat Nein gesagt. Auf dem gewohnten Weg kommen Telefone weiter herein.
    .action = Lassen Sie es, wenn kein Telefon draußen es braucht. Sonst { $why ->
        [not-authorized] bitten Sie von der Telefonanlage selbst aus, oder erlauben Sie es in den Einstellungen des Routers für die neuere Adresse.
        [no-room] entfernen Sie im Router Öffnungen, die niemand braucht, und versuchen Sie es noch einmal.
        [firewall-off] prüfen Sie in Ihrem Router, dass Besucher von draußen über die neuere Adresse nicht hereinkommen.
        [not-allowed] erlauben Sie Geräten in den Einstellungen des Routers für die neuere Adresse, ihre eigenen Türen zu öffnen.
       *[other] machen Sie diese Regel von Hand auf der Seite des Routers für die neuere Adresse.
    }
    .detail = IPv6-Firewall des Routers { $router }, Ports { $ports }: { $why ->
        [not-authorized] 606 oder PCP NOT_AUTHORIZED: Er öffnet nicht für dieses Gerät oder nicht für diesen Port.
        [no-room] 701 PinholeSpaceExhausted oder PCP NO_RESOURCES: kein Platz für ein weiteres Loch (pinhole).
        [firewall-off] 702 FirewallDisabled: Die Firewall ist aus, also gibt es nichts zu öffnen, und was lauscht, ist erreichbar.
        [not-allowed] 703 InboundPinholeNotAllowed: Seine Einstellungen verbieten Löcher (pinholes).
        [no-such-entry] 704 NoSuchEntry: Er kennt dieses Loch (pinhole) nicht mehr.
        [protocol] 705 ProtocolNotSupported.
        [port-wildcard] 706 InternalPortWildcardingNotAllowed.
        [protocol-wildcard] 707 ProtocolWildcardingNotAllowed.
        [device-wildcard] 708 WildCardNotPermittedInSrcIP.
        [nothing-sent] 709 NoPacketSent.
        [does-not-read-back] Er hat Ja gesagt und kennt das Loch danach nicht (GetPinholePackets).
        [no-answer] Er hat keine richtige Antwort gegeben.
       *[other] Er hat mit einem eigenen Code Nein gesagt{ $code ->
            [none] .
           *[other] {" "}({ $code }).
        }
    }

ipv6-no-answer = Unter der neueren Art von Adresse antwortet niemand
    .meaning = { $how ->
        [not-listening] Ihr Router lässt Besucher über die neuere Art von Adresse herein. Hinter dieser Tür hört niemand zu: Die Telefonanlage benutzt nur die ältere Art.
       *[kept-out] Ihr Router sagt, er habe die Tür über die neuere Art von Adresse geöffnet. Ein Besucher hat geklopft und nichts gehört. Auf dem gewohnten Weg kommen Telefone weiter herein.
    }
    .action = Tun Sie das, und klopfen Sie dann noch einmal: { $how ->
        [not-listening] Schalten Sie die neuere Adresse in der Telefonanlage ein, oder nehmen Sie diese Öffnung zurück.
       *[kept-out] Nehmen Sie die Öffnung heraus, und setzen Sie sie wieder ein.
    }
    .detail = IPv6 { $address }, Ports { $ports }: { $how ->
        [not-listening] Das Klopfen wurde abgelehnt, also kam es durch die Firewall des Routers, und auf dieser Adresse und diesem Port lauscht kein Dienst.
       *[kept-out] Das Klopfen bekam keine Antwort.
    } { $packets ->
        [yes] Der Router hat Pakete durch das Loch (pinhole) gezählt.
        [no] Der Router sagt, er habe kein Paket durch das Loch (pinhole) gezählt; manche zählen gar nicht.
       *[untold] Der Router zählt nicht, was hindurchkommt.
    }

ipv6-open = Telefone dürfen auch über die neuere Art von Adresse herein
    .meaning = { $proved ->
        [yes] Ihr Router lässt Besucher über die neuere Art von Adresse herein. Einer hat dort geklopft und Antwort bekommen.
       *[no] Ihr Router lässt Besucher über die neuere Art von Adresse herein. Dort hat noch niemand geklopft.
    }
    .action = Lassen Sie das Programm weiter beobachten, damit die Öffnung nicht von selbst endet.{ $proved ->
        [yes] {""}
       *[no] {" "}Lassen Sie einen ständigen Helfer klopfen, von der Telefonanlage selbst aus.
    }
    .detail = Löcher (pinholes) in der IPv6-Firewall des Routers zu { $address }, Ports { $ports }. Das erste endet am { $until }; entrance watch bittet vorher um mehr Zeit.

## Findings: since the last check

public-address-changed = Ihre Straßenadresse hat sich seit der letzten Prüfung geändert
    .meaning = Das Gebäude steht, wo es stand, aber es hat eine neue Hausnummer. Telefone draußen, die nur die alte kennen, finden Sie nicht mehr.
    .action = Stellen Sie die neue Adresse in den Telefonen draußen ein. Oder bitten Sie Ihren Internetanbieter um eine feste Adresse, oder nehmen Sie einen Namen, der dem Wechsel folgt.
    .detail = Die öffentliche Adresse war { $before } und ist jetzt { $address }.

router-forgot = Ihr Router hat die Eingänge vergessen
    .meaning = Die Türen, die Ihr Router auf Wunsch geöffnet hatte, sind weg. Meist wurde er neu gestartet. Für immer behalten Router nur Regeln, die von Hand gemacht sind.
    .action = Öffnen Sie die Eingänge wieder. Machen Sie sie dann von Hand, damit sie halten.
    .detail = Alle unsere Weiterleitungen von der letzten Prüfung sind auf { $router } weg: { $ports } ({ $services }). { $by ->
        [clock] Seine eigene Uhr (die Epoch von PCP oder NAT-PMP) begann vor { $up } Sekunden neu.
       *[list] Seine Liste wurde bis zum Ende gelesen.
    } Dynamische Weiterleitungen stehen im Arbeitsspeicher des Routers und enden mit einem Neustart; manche Router räumen Weiterleitungen ohne Verkehr weg.

mapping-gone = Ein Eingang, den es gab, ist weg
    .meaning = Bei der letzten Prüfung stand diese Tür in der Liste des Routers. Jetzt nicht mehr. Sie hat sich vielleicht von selbst verschlossen, oder jemand hat sie entfernt.
    .action = Öffnen Sie den Eingang wieder. Machen Sie ihn von Hand, wenn er halten soll.
    .detail = Weiterleitungen zur Telefonanlage von der letzten Prüfung stehen auf { $router } nicht mehr in der Liste: { $ports } ({ $services }). { $ended ->
        [yes] Ihre Laufzeit war um.
       *[no] Jemand hat sie entfernt, oder ein Aufräumen, weil kein Verkehr war.
    }

## A finding of a newer version, in a saved report

finding-of-newer-version = Eine neuere Version dieses Programms hat etwas gefunden
    .meaning = Diesen Bericht hat eine neuere Version gemacht. Diese Version hat dafür noch keine Worte.
    .action = Installieren Sie die neueste Version dieses Programms. Öffnen Sie dann den Bericht noch einmal.
    .detail = { $finding } ({ $services })

## Words beside the lamps

verdict-verified = offen, von draußen bewiesen
verdict-wrong-host = ein anderes Gerät antwortet
verdict-nothing-listening = niemand am Schreibtisch
verdict-no-answer = keine Antwort von draußen
verdict-not-checked = nicht von draußen geprüft
verdict-fax-unproved = nicht bewiesen: antwortet nur, während ein Fax läuft
verdict-voice-unproved = nicht bewiesen: antwortet nur während eines Anrufs
verdict-shut = verschlossen, wie es sein soll
verdict-exposed = offen, muss aber verschlossen sein
verdict-guarded = Gästeliste im Dienst
verdict-reachable = der Weg nach draußen ist frei
verdict-blocked = der Weg nach draußen ist versperrt
verdict-was-open = war offen, als wir nachsahen, und kann jetzt zu sein
verdict-was-locked = war verschlossen, als wir nachsahen, und kann jetzt offen sein

severity-blocker = hält alles auf
severity-problem = geht nicht
severity-warning = bitte ansehen
severity-note = gut zu wissen

outcome-answered = hat geantwortet
outcome-refused = abgewiesen
outcome-silent = keine Antwort
outcome-unreachable = niemand unter dieser Adresse
outcome-failed = konnte nicht fragen
outcome-not-checked = nicht gefragt

listed-mapped = führt zu Ihrer Telefonanlage
listed-not-listed = nicht in der Liste des Routers
listed-wrong-device = führt zu einem anderen Gerät
listed-wrong-port = führt innen an die falsche Stelle
listed-disabled = in der Liste, aber ausgeschaltet
listed-not-checked = die Liste des Routers wurde nicht gelesen

## What changed since the look before

news-network-away = Dieser Computer hat keine Verbindung zum Netzwerk mehr
news-network-back = Dieser Computer ist wieder im Netzwerk
news-router-away = Der Router { $router } antwortet nicht mehr
news-router-back = Der Router { $router } antwortet wieder
news-router-replaced = Dort steht jetzt ein anderer Router: Er war { $was } und ist { $now }
news-street-changed = Ihre Straßenadresse hat sich geändert: Sie war { $was } und ist { $now }
news-router-forgot = Der Router { $router } hat die Eingänge vergessen, die er geöffnet hatte. Wahrscheinlich wurde er neu gestartet
news-entrance-listed = Dieser Eingang steht jetzt in der Liste des Routers: { $service }
news-entrance-gone = Dieser Eingang steht nicht mehr in der Liste des Routers: { $service }
news-lease-ended = Dieser Eingang hat sich verschlossen, weil seine Zeit um war: { $service }
news-entrance-changed = Dieser Eingang führt jetzt anderswohin oder ist ausgeschaltet: { $service }
news-renewed = Dieser Eingang bleibt weiter offen: { $service }
news-put-back = Dieser Eingang war weg und wurde wieder geöffnet: { $service }
news-not-renewed = Dieser Eingang ließ sich nicht offen halten: { $service }. { $why }
news-phone-system-moved = Die Telefonanlage ist umgezogen: Sie war unter { $was } und ist unter { $now }
news-phone-system-away = Unter der Adresse der Telefonanlage antwortet niemand mehr: { $address }
news-phone-system-back = Die Telefonanlage antwortet wieder: { $address }
news-stopped = Die Telefonanlage antwortet hier nicht mehr: { $service }
news-answers = Die Telefonanlage antwortet hier wieder: { $service }
news-proved = Von draußen bewiesen: { $service }
news-no-longer-proved = Von draußen nicht mehr erreicht: { $service }
news-exposed = Zur Straße offen, muss aber verschlossen bleiben: { $service }
news-locked-again = Wieder verschlossen, wie es sein soll: { $service }
news-visitor-shut-out = Dieser Besucher wird nicht mehr hereingelassen: { $visitor }
news-solved = Gelöst: { $headline }

renewal-gone = Jemand hat ihn aus der Liste des Routers genommen. Öffnen Sie ihn wieder, wenn Sie ihn noch wollen
renewal-changed-since = Jemand hat ihn auf dem Router geändert, darum blieb er unberührt
renewal-refused = Der Router hat Nein gesagt ({ $code })
renewal-failed = Der Router hat nicht richtig geantwortet. Es wird noch einmal versucht

## One sentence over everything

top-ready = Ihre Eingänge sind offen, und ein Besucher von draußen hat es bewiesen
top-ready-until = Ihre Eingänge sind offen und bewiesen, aber nur bis { $until }
top-ready-voices = Ihre Eingänge sind offen. Den Ton kann nur ein Anruf beweisen
top-ready-voices-until = Ihre Eingänge sind offen, aber nur bis { $until }
top-ready-needed = Was Sie brauchen, ist offen, und ein Besucher von draußen hat es bewiesen
top-ready-needed-until = Was Sie brauchen, ist offen und bewiesen, aber nur bis { $until }
top-was-ready = Ihre Eingänge waren offen, als wir am { $at } nachgesehen haben. Prüfen Sie erneut, ob sie es noch sind
top-action-needed = Es bleibt etwas zu tun. Beginnen Sie mit dem ersten Punkt unten
top-could-not-check = Wir konnten nicht prüfen. Über Ihre Eingänge sagt das noch nichts

# The saved report asks for the same sentence under the verdict's own name.
verdict-ready = { top-ready }
verdict-action-needed = { top-action-needed }
verdict-could-not-check = { top-could-not-check }

# The sentence below it.
proved-all = Jeder Eingang ist von draußen bewiesen. Geprüft am { $at }.
proved-heard = Jeder Eingang, der antworten kann, ist von draußen bewiesen, und Sie haben am { $day } den Ton in beide Richtungen gehört. Geprüft am { $at }.
proved-all-but-voices = Jeder Eingang, der antworten kann, ist von draußen bewiesen. Stimmen antworten nur während eines Anrufs. Geprüft am { $at }.
proved-some = { $proved } von { $total } Eingängen von draußen bewiesen. Geprüft am { $at }.
proved-nothing-wanted = Für das, was Sie gesagt haben, braucht es keinen Eingang. Geprüft am { $at }.

# What a proof does not show.
not-shown-which-machine = { $service }: Die Antwort passt zu Ihrer Telefonanlage, aber ein anderes Gerät im Büro könnte ebenso antworten.
not-shown-street = { $service }: Nichts hat gesagt, auf welcher Straße der Besucher stand.
not-shown-other-ports = { $service }: Ein Anruf hatte Ton in beide Richtungen, und die anderen Türen für Stimmen wurden nicht probiert.

## The two safety tests

safety-guest-calls = Nimmt die Telefonanlage Anrufe von Fremden an?
    .lead = Ein Anruf ohne Passwort geht an einen erfundenen Namen aus Buchstaben, den kein Telefon hat. Er wird sofort beendet, wie auch immer die Antwort lautet.
    .ask = Diesen Anruf machen?
safety-guest-calls-safe = Anrufe von Fremden werden abgewiesen
safety-guest-calls-unsafe = Der Anruf eines Fremden wurde angenommen
safety-guest-calls-untold = Keine klare Antwort
safety-name-leak = Verrät sie Fremden, welche Nummern es gibt?
    .lead = Sie wird ohne Passwort nach zwei Namen gefragt: nach einem erfundenen und nach { $extension }. Beide Antworten sollten gleich sein.
    .ask = Nach diesen zwei Namen fragen?
safety-name-leak-safe = Beide Namen bekommen dieselbe Antwort
safety-name-leak-unsafe = Die Antworten verraten, welche Nummern es gibt
safety-name-leak-untold = Keine klare Antwort
safety-may-be-counted = Eine Wache neben der Telefonanlage zählt das vielleicht als Versuch eines Fremden. Zwei solche Versuche sind weit unter dem, was jemanden aussperrt.
safety-not-made = Dieser Test wurde nicht gemacht.

## What is being done now

doing-adapters = Das Netzwerk dieses Computers wird angesehen
doing-routers = Ihr Router wird gesucht
doing-mappings = Die Liste der Eingänge im Router wird gelesen
doing-looking-round = Das Netz Ihres Büros wird angesehen
doing-asking = Innen wird gefragt: { $service }
doing-opening = Wird geöffnet: { $service }
doing-undoing = Wird zurückgenommen: { $service }
doing-renewing = Um mehr Zeit wird gebeten: { $service }
doing-repairing = Wird herausgenommen und wieder eingesetzt: { $service }
doing-knocking = Von draußen wird geklopft: { $service }
doing-reaching-helper = Der Helfer wird gerufen
doing-helper-knocks = Der Helfer klopft von draußen an
doing-doorman = Briefe werden am Pförtner vorbeigeschickt
doing-stun = Der genannte Server wird nach Ihrer Straßenadresse gefragt
doing-way-out = Die Wege nach draußen werden probiert
doing-safety = Es wird probiert, was ein Fremder tun kann

## The plan

intent-open = Ihr Router wird gebeten, ihn zu öffnen
intent-already-there = Ist schon da
intent-held-by-another = Gehört einem anderen Gerät ({ $client }), also lassen wir ihn in Ruhe
intent-listed-wrong = Ist da, führt aber an die falsche Stelle; von Hand zu ändern
intent-by-hand = Von Hand zu machen.
intent-over-ipv6 = Über IPv6, zu { $address }:
intent-over-ipv6-unknown = Über IPv6:
intent-over-ipv6-offered = Ihr Router kann Telefone auch über IPv6 hereinlassen. Um auch dort zu öffnen, starten Sie entrance open --ipv6
intent-over-ipv6-there = Öffnungen über IPv6 macht man auf der Telefonanlage selbst. Starten Sie dort:
intent-stay-shut = Bleibt verschlossen
intent-must-get-out = Muss hinaus; braucht keinen Eingang

by-hand-no-requests = Ihr Router nimmt keine Wünsche an, also machen Sie diese Regel selbst.
by-hand-behind-another-wall = Noch nicht. Vor Ihrer Mauer steht eine andere, also führte eine Tür hier nirgendwohin.
by-hand-only-for-the-asker = Ihr Router öffnet nur dem Gerät, das fragt. Darum wird dieser Eingang von Hand gemacht.
by-hand-too-many-ports = Das sind zu viele Türen, um sie einzeln zu öffnen. Eine einzige Regel von Hand umfasst sie alle.
by-hand-calls-unknown = Wir wissen nicht, wie viele Gespräche Sie gleichzeitig führen. Eine einzige Regel von Hand umfasst alle Türen.
by-hand-no-phone-system = Wir wissen noch nicht, wo die Telefonanlage ist, also kann keine Tür zu ihr führen.
by-hand-list-unread = Der Router hat seine Liste nicht gezeigt, und wir überschreiben nichts blindlings.
by-hand-sensitive-port = Diese Tür gehört vielleicht zu etwas anderem, also soll ein Mensch entscheiden.

hindrance-nobody-holds-it = Der Router hat Nein gesagt, obwohl die Tür frei ist.
hindrance-another-device = Ein anderes Gerät hat diese Tür.
hindrance-does-not-read-back = Der Router hat Ja gesagt, führt die Tür aber nicht auf.
hindrance-changed-since = Jemand hat diese Regel inzwischen geändert, darum haben wir sie in Ruhe gelassen.
hindrance-gone = Er ist vor der Zeit weg. Vielleicht hat ihn jemand entfernt. Er kommt nur wieder, wenn Sie Ja sagen.
hindrance-not-put-back = Der Router hat ihn nach dem Herausnehmen nicht wieder angenommen. Öffnen Sie ihn wieder, oder machen Sie ihn von Hand.
hindrance-ends-by-itself = Der Router nimmt ihn nicht vor der Zeit zurück. Darum bekam er die kürzeste Zeit. Sehen Sie in ein paar Minuten noch einmal nach.
hindrance-no-answer = Der Router hat keine richtige Antwort gegeben.
hindrance-cancelled = Sie haben vor diesem hier angehalten.
hindrance-journal-not-written = Wir konnten es nicht aufschreiben, also wurde der Router nicht gefragt.

walker-colleague = ein Kollege zu Hause
walker-step-outside = dieser Computer auf einer anderen Straße
walker-helper = ein ständiger Helfer

address-from-router = sagt Ihr Router
address-from-phones-use = aus dem Namen, den die Telefone draußen benutzen
address-from-typed = wie von Ihnen eingetippt
address-from-stun = sagt der Server, den Sie genannt haben
address-from-outside = von draußen gesehen

## What is wrong, in the owner's words

symptom-do-not-ring = Telefone draußen klingeln nicht
symptom-no-sound = Man hört nichts, oder nur eine Seite hört etwas
symptom-cannot-sign-in = Telefone draußen können sich nicht anmelden
symptom-hud = Das HUD-Fenster bekommt keine Verbindung
symptom-other-office = Der andere Standort ist nicht erreichbar
symptom-just-check = Nichts, oder ich weiß es nicht: nur prüfen

## Who or what is outside

use-remote-phones = Telefone außerhalb des Büros
    .help = Ein Tischtelefon zu Hause oder in einer kleinen Filiale ohne Telefonanlage.
use-apps = Apps auf einem Handy oder Laptop
    .help = HUD oder jede App, die Anrufe macht oder zeigt, wer gerade telefoniert.
use-site-link = Ein anderer Standort mit eigener Telefonanlage
    .help = Die beiden Telefonanlagen geben Anrufe aneinander weiter.
use-sip-trunk = Ein Telefonanbieter, der ohne Anmeldung anruft
    .help = Selten. Die meisten Telefonanlagen melden sich selbst bei ihrem Telefonanbieter an. Dann braucht es dafür keinen Eingang.
use-fax = Fax über das Internet
    .help = Faxgeräte oder Faxserver, die über die Telefonanlage senden.
use-provisioning = Telefone draußen holen ihre Einstellungen im Büro
    .help = Nur solange Sie neue Telefone einrichten. Auf Dauer soll das nicht offen bleiben.
use-admin = Die eigenen Seiten der Telefonanlage
    .help = Sie sind ein Schrank, der verschlossen bleiben muss.
use-internal = Verkehr nur innerhalb des Büros
    .help = Braucht keinen Eingang.
use-outbound = Der Weg der Telefonanlage nach draußen
    .help = Braucht keinen Eingang.
use-phones = Die eigenen Seiten der Tischtelefone
    .help = Sie dürfen von draußen nie erreichbar sein.

## Questions

ask-symptom = Was geht nicht?
    .why = Antworten, die zu Ihrem Problem passen, kommen zuerst. Nichts wird versteckt.
    .default = Wenn Sie nicht sicher sind, prüfen Sie einfach. Wir sehen uns ohnehin alles an.
    .help = Wählen Sie, was Sie am meisten stört. Für etwas anderes können Sie später noch einmal prüfen.
ask-using = Wer ist draußen?
    .why = Jede Art von Besucher braucht einen eigenen Eingang. Was niemand braucht, bleibt verschlossen.
    .default = Wenn Sie es nicht wissen, planen wir für Telefone außerhalb des Büros.
    .help = Kreuzen Sie alles an, was passt. Wenn Sie nur einen Telefonanbieter haben und Ihre Telefonanlage sich bei ihm anmeldet, brauchen Sie vielleicht gar keinen Eingang.
ask-phones-use = Welcher Servername oder welche Adresse steht in den Telefonen draußen?
    .why = Der beste Eingang hilft nicht, wenn die Telefone an einem anderen Haus klopfen.
    .default = Wenn Sie es nicht wissen, fragen wir Ihren Router nach Ihrer Straßenadresse.
    .help = Am Telefon steht der Server im Menü unter Status oder Account. In einer App steht er in den Einstellungen des Kontos.
ask-calls = Wie viele Gespräche führen Sie höchstens gleichzeitig?
    .why = Jeder Anruf braucht zwei kleine Türen für seinen Ton. Weniger Türen sind sicherer.
    .default = Wenn Sie es nicht wissen, planen Sie eine Regel für alle. Ein Viertel der Belegschaft ist eine gute Schätzung.
    .help = Zählen Sie die Gespräche mit draußen, nicht die von Tisch zu Tisch.
ask-trusted = Sollen nur bestimmte Orte hereindürfen?
    .why = Eine Gästeliste hält Fremde von Ihren Telefonen und von Ihrer Rechnung fern.
    .default = Wenn Sie das leer lassen, darf jeder klopfen, und wir warnen Sie davor.
    .help = Tippen Sie die Straßenadressen der Wohnungen und Büros ein, denen Sie vertrauen, mit einem Komma dazwischen. Adressen von Wohnungen können wechseln.
ask-system = Welche Telefonanlage haben Sie?
    .why = Jede Art lauscht an anderen Türen.
    .default = Wenn Sie es nicht wissen, lassen Sie „Weiß ich nicht“ stehen. Dann planen wir, was die meisten Anlagen benutzen.
    .help = Der Name steht auf dem Gerät, auf seiner Webseite oder auf der Rechnung des Betreuers.
ask-pbx = Welche Adresse hat die Telefonanlage in Ihrem Büro?
    .why = Die Eingänge müssen ins richtige Zimmer führen.
    .default = Wenn Sie es nicht wissen, lassen Sie uns im Netz Ihres Büros nachsehen. Wir fragen vorher.
    .help = Öffnen Sie an einem Tischtelefon das Menü, dann Status, und suchen Sie { "SIP server" }. Es sieht oft so aus: 192.168.1.20.

## The steps

step-welcome = Willkommen
    .title = Ist Ihr Büro offen für Anrufe?
    .lead = Wir sehen uns Ihren Router und Ihre Telefonanlage an und klopfen dann von draußen. Ohne Ihr Ja ändert sich nichts.
step-questions = Was geht nicht?
    .title = Erzählen Sie uns ein wenig
    .lead = Ein paar kurze Fragen, damit wir nur öffnen, was Sie brauchen. Sie können immer „Weiß ich nicht“ wählen.
step-router = Ihr Gebäude
    .title = Ihr Gebäude
    .lead = Ihr Router ist die Außenmauer Ihres Gebäudes. Wir sehen ihn jetzt nur an und ändern nichts.
step-phones = Telefonanlage
    .title = Ihre Telefonanlage
    .lead = Die Eingänge müssen zu Ihrer Telefonanlage führen. Sagen Sie uns, wo sie ist, oder lassen Sie uns im Netz Ihres Büros nachsehen.
step-knock = Erstes Klopfen
    .title = Ein Klopfen von draußen
    .lead = Nur ein Besucher aus einer anderen Straße kann beweisen, dass eine Tür aufgeht. Klopfen ändert nichts.
step-offer = Der Plan
    .title = Der Plan
    .lead = Das würden wir öffnen, und das bleibt verschlossen. Nichts geschieht, bevor Sie Ja sagen.
step-opening = Öffnen
    .title = Die Eingänge werden geöffnet
    .lead = Ein Eingang nach dem anderen. Jeder wird zuerst aufgeschrieben, und Sie können jeden zurücknehmen.
step-by-hand = Auf Dauer
    .title = Damit es bleibt
    .lead = Diese Regeln bleiben in Ihrem Router, bis Sie sie entfernen. Folgen Sie den Schritten, und schreiben Sie die Nummern aus der Tabelle ab.
step-checking = Prüfung
    .title = Es wird noch einmal geprüft
    .lead = Wir sehen nach und fragen noch einmal. Nichts wird geändert.
step-results = Ergebnis
    .title = Ihre Eingänge
    .lead = Was wir gesehen haben, von wo aus, und was als Nächstes zu tun ist. Ohne Ihr Ja ändert sich nichts mehr.
step-helping = Helfen
    .title = Einem Kollegen helfen
    .lead = Sie klopfen von Ihrer Straße aus am Büro des Kollegen. Vorher sehen Sie, wo und wie oft, und vor Ihrem Ja wird nichts gesendet.

## Keep it safe

advice-voicemail-callout = Der Anrufbeantworter kann keine Anrufe machen
    .why = Sonst kann ein Fremder, der einen Code des Anrufbeantworters errät, auf Ihre Rechnung überallhin telefonieren. Stellen Sie auf der Telefonanlage „Enable Callout“ für jede Person auf Nein.
advice-international-dialling = Anrufe ins Ausland sind gesperrt, außer Sie brauchen sie
    .why = Gestohlene Anrufe gehen fast immer ins Ausland. Sperren Sie die Regel für Auslandsanrufe, und rühren Sie nie die Notrufnummern an: Sie müssen immer gehen.
advice-phones-not-exposed = Kein Tischtelefon ist von der Straße erreichbar
    .why = Die eigene Webseite eines Telefons zeigt sein Passwort. Keine Regel in Ihrem Router darf zu einem Tischtelefon führen.
advice-alg-off = Der Pförtner im Router ist ausgeschaltet
    .why = Ein Router, der Briefe umschreibt, meint es gut, aber Anrufe verlieren ihren Ton oder ihr Klingeln. Die Anleitung für Ihren Router nennt die Einstellung.
advice-trusted-sources = Nur Orte, denen Sie vertrauen, kommen herein
    .why = Fremde probieren jede offene Klingel. Eine Gästeliste hält sie fern, auch wenn ein Passwort schwach ist.
advice-address-reservation = Die Telefonanlage behält ihre Adresse
    .why = Zieht sie in ein anderes Zimmer, dann führen die Eingänge zu niemandem. Reservieren Sie ihre Adresse in Ihrem Router.

practice-group-well = Alles in Ordnung
practice-group-opening = Eingänge zum Öffnen
practice-group-refused = Der Router sagt Nein
practice-group-astray = Eingänge, die in die Irre führen
practice-group-network = Mauern und Straßen um das Büro
practice-group-phone-system = Die Telefonanlage ist nicht da
practice-group-visitors = Besucher, die nichts beweisen
practice-group-calls = Anrufe, die misslingen
practice-group-since = Früher ging es
practice-group-strangers = Fremde kommen herein

## Practice offices

practice-a-week-at-most = Die Tür für eine Woche: Der Router macht keine Öffnung ohne Ende
practice-address-unknown = Keine Hausnummer: Niemand kann die Straßenadresse nennen
practice-all-well = Alles gut: Die Eingänge sind offen, und nur Gäste kommen herein
practice-another-holds-it = Schon vergeben: Eine Regel von Hand gibt diesen Eingang einem anderen Gerät
practice-another-number = Andere Nummer: Der Router gibt eine Tür, die die Telefone nicht kennen
practice-asked-from-inside = Von innen gefragt: auf der Telefonanlage gestartet, wo der Router dem Fragenden öffnet
practice-asks-for-itself = Sie bittet selbst: Ein vorsichtiger Torwächter öffnet der Telefonanlage selbst
practice-bell-held-back = Die stumme Klingel: Andere Türen gehen auf, nur die Klingel wird zurückgehalten
practice-by-hand-and-well = Von Hand gemacht: Regeln, die keine Liste zeigt, und alle gehen
practice-cabinet-open = Ein Schrank steht offen: Die Verwaltungsseite ist von der Straße erreichbar
practice-calls-unknown = Zu viele Türen: Die Stimmen brauchen eine Regel für alle
practice-door-locks-itself = Die Tür verschließt sich selbst: Der Router öffnet sie nur für sieben Tage
practice-doorman = Der Pförtner: Der Router öffnet Briefe und schreibt eine andere Adresse darauf
practice-entrance-gone = Die fehlende Tür: Ein Eingang, den es gab, ist weg
practice-everyone-welcome = Alle willkommen: Alles geht, aber es gibt keine Gästeliste
practice-filter-upstream = Die gesperrte Straße: Der Internetanbieter hält Besucher zurück
practice-full-wall = Kein Platz in der Mauer: Die Liste des Routers ist voll
practice-gatekeeper-forbids = Der Torwächter sagt Nein: Er darf niemandem öffnen, nicht einmal dem Fragenden
practice-guest-wifi = Das Wartezimmer: Dieser Computer ist im Gäste-WLAN
practice-helper-away = Der Besucher, der nie kam: Wer klopfen soll, ist nicht zu erreichen
practice-hand-beats-list = Die ältere Regel: Eine Regel von Hand geht der Liste vor
practice-hud-off = Der leere HUD-Schreibtisch: Anrufe gehen, aber HUD ist ausgeschaltet
practice-keeps-what-it-has = Der Router, der nichts zurückgibt: Ein Eingang klemmt, und er nimmt ihn nicht heraus
practice-letters-kept = Der Briefkasten, der schluckt: Manche Briefe kommen nie an
practice-moved-room = Das umgezogene Büro: Die Telefonanlage hat innen eine andere Adresse
practice-new-house-number = Eine neue Hausnummer: Die Straßenadresse hat sich über Nacht geändert
practice-newer-address = Die neuere Adresse: Das Büro hat auch IPv6, und dort hat niemand nachgesehen
practice-both-kinds = Zwei Arten von Adressen: Telefone kommen über beide herein, und an der neueren hat niemand geklopft
practice-newer-door-unused = Die ungenutzte Tür: Über die neuere Art von Adresse ist sie offen, und dahinter hört niemand zu
practice-only-the-older-kind = Nur die ältere Art: Der Router hat keinen Platz mehr für die neuere
practice-no-address-of-its-own = Die geborgte Tür: Dieser Anschluss hat nur IPv6 und teilt sich die ältere Art von Adresse
practice-no-house-number = Keine Hausnummer: Der Router hat draußen keine Adresse und öffnet nichts
practice-no-way-out = Die versperrte Hintertür: Besucher kommen herein, aber die Telefonanlage kommt nicht überall hinaus
practice-not-allowed = Nur nach draußen: Dieser Computer darf mit dem eigenen Büro nicht sprechen
practice-own-firewall = Der Pförtner im Weg: Dieser Computer lässt keine kurze Antwort herein
practice-answer-lost = Niemand hört das Tor: Der Router ist da, und seine Antwort geht verloren
practice-no-upnp = Keine Wünsche: Der Schalter dafür ist im Router aus, also geht es von Hand
practice-nobody-agreed = Der Plan in der Schublade: Niemand hat Ja gesagt, und nichts wurde geöffnet
practice-nobody-found = Das leere Verzeichnis: Die Telefonanlage ist nicht zu finden
practice-not-plugged-in = Das Zimmer ohne Tür: Dieser Computer ist nicht eingesteckt
practice-nothing-opened = Noch ist nichts offen: Ein hilfsbereiter Router wartet darauf, gefragt zu werden
practice-odd-end = Das seltsame Ende: Der Router beendet seine Liste auf eigene Art
practice-older-tongue = Die ältere Sprache: Der Router spricht zwei Sprachen und gewährt nur in der älteren
practice-only-for-the-asker = Nur dem, der fragt: Der Router öffnet nur dem Gerät, das fragt
practice-own-bell = Die eigene Klingel: Der Router behält die Klingel für einen eigenen Telefondienst
practice-phone-on-the-pavement = Das Telefon auf der Straße: Die Seite eines Tischtelefons ist von draußen erreichbar
practice-phone-system-off = Niemand da: Die Telefonanlage ist ausgeschaltet
practice-phones-look-inside = Das falsche Adressbuch: Telefone draußen suchen eine Adresse von drinnen
practice-ppp-line = Die alte Leitung: ein Router, dessen einzige Verbindung PPP ist
practice-round-the-house = Einmal ums Haus: Der Besucher hat die Straße des Büros nie verlassen
practice-router-refuses = Der vorsichtige Torwächter: Jedes Gerät darf nur sich selbst eine Tür öffnen
practice-router-restarted = Die vergessliche Mauer: Der Router wurde neu gestartet und hat die Eingänge vergessen
practice-router-says-no = Die sture Mauer: Der Router sagt Nein und nennt keinen Grund
practice-second-building = Ein zweites Gebäude: Um diesen Router herum steht ein anderer
practice-shared-tower = Das Hochhaus: Viele Kunden teilen sich eine Haustür
practice-silent-walk = Der stille Gang: Der Besucher hört nichts, und das beweist nichts
practice-stranger-at-the-bell = Der Fremde an der Klingel: Draußen antwortet ein anderes Gerät
practice-stuck-entrance = Der klemmende Eingang: Er ist aufgeführt, und niemand kommt durch, bis er neu eingesetzt wird
practice-switched-off = Der umgedrehte Schlüssel: Der Eingang ist gemacht, aber ausgeschaltet
practice-taken-over = Weggeschnappt: Ein anderes Gerät nimmt die Tür, bevor wieder nachgesehen wird
practice-through-a-tunnel = Der Tunnel: Ein VPN steht im Weg
practice-tower-with-a-newer-door = Das Hochhaus mit der neueren Tür: eine gemeinsame Haustür, und eine eigene über die neuere Art von Adresse
practice-two-boxes = Zwei Mauern: Das Gerät des Anbieters und der Router des Büros antworten beide
practice-two-phone-systems = Zwei Telefonanlagen: Die alte wurde nie ausgeschaltet
practice-two-numbers = Zwei Hausnummern: Der Router nennt die eine, die Straße sieht die andere
practice-two-routers = Zwei Tore: Im selben Netz antwortet ein zweiter Router
practice-unnamed-street = Die namenlose Straße: Niemand weiß, wo dieser Besucher stand
practice-visitor-shut-out = Der ausgesperrte Gast: Ein Besucher wird hereingelassen, ein anderer nicht
practice-talks-to-strangers = Der geschwätzige Angestellte: Fremde dürfen anrufen und erfahren, wer hier arbeitet
practice-voice-partly-open = Klemmende Türen: Zwei von zehn Türen für Stimmen klemmen, und ein Zeuge innen zeigt es
practice-wrong-desk = Der falsche Schreibtisch: Der Eingang führt innen zu einer anderen Nummer
practice-wrong-device = Das falsche Zimmer: Der Eingang führt zu einem Tischtelefon
practice-yes-and-forgotten = Ja gesagt und vergessen: Der Router sagt Ja und merkt sich nichts

## Making it by hand. Menu paths come from the router's own file, as the device shows them.

guide-for = Von Hand, Schritt für Schritt: { $router }
guide-intro = Mit diesen Schritten machen Sie die Eingänge in Ihrem Router von Hand. Von Hand gemachte Regeln bleiben, bis Sie sie entfernen.
guide-open-settings = Öffnen Sie die Einstellungsseite des Routers im Webbrowser: { $address }. Das Passwort steht oft auf einem Etikett am Router.
guide-open-others = Wenn sich dort keine Seite öffnet, versuchen Sie: { $addresses }
guide-open-other = Öffnen Sie die Einstellungen des Routers. Bei dieser Familie sind sie hier: { $way }
guide-open-unknown = Öffnen Sie die Einstellungsseite des Routers im Webbrowser. Ihre Adresse ist die, die dieser Computer als Standardgateway führt. Das Passwort steht oft auf einem Etikett am Router.
guide-look-for = Suchen Sie eine Seite, die Regeln für Besucher aus dem Internet macht. Bei den Herstellern heißt sie: { $words }
guide-go-to = Gehen Sie zu: { $path }
guide-add-rule = Legen Sie für jede Zeile der Tabelle unten eine Regel an. Schreiben Sie die Nummern genau ab, und wählen Sie UDP oder TCP, wie es in der Tabelle steht. Speichern Sie am Ende.
guide-range-hint = Gibt es für einen Bereich nur ein Feld, dann tippen Sie den ersten und den letzten Port mit einem Strich oder Doppelpunkt dazwischen, wie es die Seite zeigt. Äußere und innere Ports müssen gleich sein.
guide-reserve = Reservieren Sie die Adresse der Telefonanlage, damit die Regeln weiter zu ihr führen: { $path }
guide-reserve-look-for = Reservieren Sie die Adresse der Telefonanlage, damit die Regeln weiter zu ihr führen. Bei den Herstellern heißt das: { $words }
guide-alg-off = Sorgen Sie dafür, dass der Router Anrufe nicht umschreibt (SIP ALG). Bei diesem Router heißt die Einstellung: { $name }. So schalten Sie sie aus: { $path }
guide-alg-none = Bei diesem Router kennt niemand einen Schalter, der das Umschreiben von Anrufen (SIP ALG) abstellt. Verlieren Anrufe ihren Ton, dann nehmen Sie einen anderen SIP-Port, verschlüsseltes SIP oder einen eigenen Router.
guide-alg-look-for = Sorgen Sie dafür, dass der Router Anrufe nicht umschreibt (SIP ALG). Schalten Sie es aus, wo Sie es finden, starten Sie den Router neu, und prüfen Sie noch einmal. Bei den Herstellern heißt es: { $words }
guide-upnp = Soll lieber dieses Programm die Eingänge öffnen, dann schalten Sie UPnP hier ein: { $path }
guide-upnp-look-for = Soll lieber dieses Programm die Eingänge öffnen, dann schalten Sie UPnP ein. Bei den Herstellern heißt es: { $words }
guide-upnp-none = Dieser Router bietet kein UPnP, also werden die Regeln immer von Hand gemacht.
guide-mark-unconfirmed = (nicht an einem echten Gerät bestätigt: bei Ihrem kann es anders sein)
guide-different = Sieht ein Menü bei Ihrem Router anders aus, dann suchen Sie nach diesen Wörtern: { $words }. Die Hilfeseiten des Herstellers zeigen, wo sie sind. Im Zweifel ändern Sie nichts und fragen den Menschen, der den Router eingerichtet hat.
guide-commands = Oder Befehle einfügen: { $title }
guide-commands-into = Fügen Sie sie hier ein: { $place }
guide-commands-source = Quelle: { $source }
guide-commands-unconfirmed = Wir konnten diese Befehle nicht an einem echten Gerät ausprobieren. Lesen Sie jede Zeile, bevor Sie sie einfügen, und sichern Sie zuerst die Einstellungen des Routers.
guide-commands-replace = Ersetzen Sie vor dem Einfügen { $word }. Das zeigt dieser Befehl: { $command }
guide-commands-guests-left-out = Ihre Gästeliste steht nicht in diesen Befehlen, weil die Befehlszeile dieses Routers sie nicht sicher aufnehmen kann: Die Befehle lassen jeden herein. Tragen Sie die Gästeliste zuerst in der eigenen Firewall der Telefonanlage ein.
guide-commands-too-long = Nicht in diesen Befehlen: { $name } ({ $ports }). Dieser Router will für jeden Port eine Zeile. Sagen Sie, wie viele Gespräche Sie gleichzeitig führen, dann wird der Bereich kürzer.
guide-commands-none = Für diesen Router gibt es keine Befehle zum Einfügen. { $reason }
guide-block-first-time = Nur wenn dieser Router noch nie etwas weitergeleitet hat
guide-block-open = Die Eingänge machen
guide-block-take-back = Sie zurücknehmen
guide-block-reserve = Die Adresse der Telefonanlage reservieren
guide-block-doorman-off = Den Pförtner ausschalten (SIP ALG)
guide-never-dmz = Stellen Sie die Telefonanlage nie in die DMZ, und leiten Sie nie alle Ports weiter. Das öffnet jeden Schrank zur Straße.
guide-generic-hint = Wir kennen diesen Router nicht. Suchen Sie eine Seite namens Portweiterleitung, Portfreigabe, Virtueller Server oder NAT. Die Hilfeseiten des Herstellers zeigen, wo sie ist.
guide-sources-hint = Hat die Seite ein Feld für die Quell- oder Absenderadresse, dann tragen Sie dort die erlaubten Absender aus der Tabelle ein. Hat sie keines, dann tragen Sie sie in der Firewall der Telefonanlage ein.
guide-notes = Für den Techniker, auf Englisch: { $notes }
guide-afterwards = Wenn Sie die Regeln gespeichert haben, kommen Sie zurück und prüfen Sie noch einmal.

rule-name = Name
rule-protocol = Protokoll
rule-outside-ports = Äußere Ports
rule-inside-address = Innere Adresse
rule-inside-ports = Innere Ports
rule-sources = Erlaubte Absender
rule-everyone = alle

## Something did not work

problem-unknown = Etwas hat nicht geklappt
    .action = Versuchen Sie es noch einmal. Geschieht es wieder, dann speichern Sie den Bericht und schicken ihn dem Menschen, der Ihnen hilft.
    .detail = { $why }
problem-no-network = Dieser Computer ist mit keinem Netzwerk verbunden
    .action = Stecken Sie das Netzwerkkabel ein, oder verbinden Sie den Computer mit dem WLAN Ihres Büros. Versuchen Sie es dann noch einmal.
problem-router-gone = Ihr Router ist nicht mehr dort, wo er war
    .action = Prüfen Sie, ob Sie im Netz Ihres Büros sind. Suchen Sie dann den Router noch einmal.
problem-journal-not-written = Wir konnten die Änderung nicht aufschreiben, also wurde nichts geändert
    .action = Schaffen Sie Platz auf der Festplatte, und prüfen Sie, ob Sie in Ihren eigenen Ordner schreiben dürfen. Versuchen Sie es dann noch einmal.
    .detail = { $why }
problem-watch-busy = Dieses Programm läuft schon ein zweites Mal und betreut dieses Büro
    .action = Beenden Sie das andere (Prozess { $pid }, seit { $since }), oder lassen Sie es weiterlaufen.
problem-not-a-time = { $word } ist keine Zeit zwischen zehn Sekunden und einem Tag
    .action = Tippen Sie eine Zahl und eine Einheit, etwa 15m oder 1h.
problem-journal-busy = Dieses Programm läuft noch einmal und ändert gerade den Router
    .action = Warten Sie, bis das andere fertig ist (Prozess { $pid }, seit { $since }). Versuchen Sie es dann noch einmal.
problem-phone-not-an-address = { $word } ist keine Adresse
    .action = Tippen Sie vier Zahlen mit Punkten dazwischen, etwa 192.168.1.20.

problem-code-mistyped = In Gruppe { $group } des Codes ist ein Tippfehler
    .action = Vergleichen Sie Gruppe { $group } („{ $text }“) mit dem Code, den Sie bekommen haben. Versuchen Sie es dann noch einmal.
problem-code-cut = Das Ende des Codes fehlt
    .action = Kopieren Sie den ganzen Code, und fügen Sie ihn noch einmal ein. Es { $missing ->
        [one] fehlt ein Zeichen
       *[other] fehlen { $missing } Zeichen
    }.
problem-code-expired = Dieser Code ist zu alt
    .action = Bitten Sie das Büro um einen neuen Code. Dieser ist { $since } abgelaufen.
problem-code-foreign = Dieser Code antwortet auf eine andere Einladung
    .action = Bitten Sie Ihren Kollegen um die Antwort auf den Code, den Sie zuletzt geschickt haben. Oder machen Sie einen neuen Code.
problem-code-not-a-code = Das ist kein Code dieses Programms
    .action = Kopieren Sie den Code noch einmal, vom ersten bis zum letzten Zeichen.
problem-code-wrong-kind = Das ist die andere Art von Code
    .action = Fügen Sie den Code des Büros dort ein, wo Sie helfen wollen. Fügen Sie die Antwort des Kollegen im Büro ein.
problem-code-other-version = Dieser Code stammt von einer anderen Version dieses Programms
    .action = Installieren Sie auf beiden Seiten die neueste Version. Machen Sie dann einen neuen Code.
problem-code-changed = Dieser Code wurde unterwegs verändert
    .action = Bitten Sie Ihren Kollegen, den Code noch einmal zu schicken. Benutzen Sie diesen nicht.
problem-code-used = Dieser Code wurde schon benutzt
    .action = Machen Sie einen neuen Code. Jeder gilt nur einmal.

# The witness on the phone system.
problem-not-a-voice-code = Dieser Code fragt nicht nach Stimmen
    .action = Machen Sie einen neuen Code, und wählen Sie dabei auch die Telefone draußen. Oder tippen Sie die erste und die letzte Nummer selbst.
problem-not-a-port-range = { $word } ist kein Bereich von Türen für Stimmen
    .action = Tippen Sie die erste und die letzte Nummer mit einem Strich dazwischen, etwa 10000-20000. Die erste ist 1024 oder mehr, und es sind höchstens { $most }.
problem-witness-nothing-free = Von den Türen für Stimmen in { $ports } ist keine frei
    .action = Prüfen Sie, ob das die Nummern für die Stimmen der Telefonanlage sind und dort nicht schon ein anderer Zeuge steht.
problem-witness-failed = Der Zeuge konnte sich nicht hinter die Türen für Stimmen stellen
    .action = Prüfen Sie, ob dieser Computer ein Netzwerk hat. Versuchen Sie es dann noch einmal.
    .detail = { $why }
problem-sweep-no-witness = Kein Zeuge hat geantwortet, also wurde nicht jede Tür für Stimmen probiert
    .action = Starten Sie den Zeugen auf der Telefonanlage mit demselben Code. Gehen Sie dann noch einmal.
problem-sweep-too-soon = Vor weniger als einer Stunde wurden alle Türen für Stimmen probiert, also jetzt nur einige
    .action = Warten Sie, bis die Stunde um ist. Gehen Sie dann noch einmal.
problem-sweep-cut-short = Ein Router unterwegs hatte keinen Platz für so viele Türen, also wurden nur einige probiert
    .action = Warten Sie einige Minuten, und gehen Sie noch einmal, oder versuchen Sie es von einer anderen Straße.


problem-walk-own-address = { $address } ist die eigene Straße dieses Computers, also ist das nicht draußen
    .action = Schalten Sie am Handy das WLAN aus, und benutzen Sie sein Internet. Oder fragen Sie jemanden zu Hause.
problem-walk-refused-address = An { $address } darf nicht geklopft werden, denn es ist keine Straßenadresse
    .action = Bitten Sie das Büro, seine Straßenadresse zu prüfen und einen neuen Code zu machen.
    .detail = { $address } ist von der Art { $kind }; gegangen wird nur zu öffentlichen Adressen.
problem-invite-needs-ipv4 = Zum Klopfen braucht es Ihre IPv4-Straßenadresse, und { $address } ist keine
    .action = Tippen Sie die IPv4-Adresse Ihres Büros ein. Sie sieht so aus: 198.51.100.7.
problem-invite-nothing-to-knock = Hier gibt es keinen Eingang, an dem ein Besucher klopfen könnte
    .action = Wählen Sie, wer draußen ist, damit wir wissen, an welchen Eingängen geklopft wird.
problem-unknown-phone-system = { $system } ist keine Telefonanlage, die diese Version kennt
    .action = Wählen Sie Ihre aus der Liste. Hat ein Code sie genannt, dann installieren Sie die neueste Version.
problem-walk-no-network = Es gibt keine andere Straße, auf die man gehen könnte
    .action = Geben Sie das Internet Ihres Handys per Kabel frei, oder verbinden Sie sich mit seinem Hotspot. Versuchen Sie es dann noch einmal.
problem-no-street-address = Ihre Straßenadresse ist noch nicht bekannt
    .action = Tippen Sie den Servernamen ein, der in den Telefonen draußen steht, oder Ihre Straßenadresse.

problem-interface-unknown = Dieser Computer hat kein Netzwerk namens { $interface }
    .action = Wählen Sie eines von diesen: { $known }.
problem-unknown-system = { $word } ist keine Telefonanlage, die wir kennen
    .action = Wählen Sie eine von diesen: { $known }.
problem-profile-unsound = Die Telefonanlagen-Datei { $profile } { $why ->
        [id] braucht einen kurzen Namen aus kleinen Buchstaben, Ziffern und Strichen und einen Namen für Menschen
        [taken] hat den kurzen Namen einer eingebauten Telefonanlage
        [based-on] sagt nicht, welcher eingebauten Telefonanlage sie gleicht
        [too-many] hat zu viele Zeilen
        [row-id] hat eine Zeile namens { $row } doppelt oder mit anderen Zeichen als kleinen Buchstaben, Ziffern und Strichen
        [ports] hat falsche Nummern in der Zeile { $row }
        [words] hat keine Bezeichnung oder zu lange Texte in der Zeile { $row }
        [feature] sagt nicht, für welche Funktion die Zeile { $row } ist
        [used-for] nennt in der Zeile { $row } einen Zweck, den niemand kennt
        [voices] hat zwei nötige Zeilen für Stimmen: { $row } und { $other }
        [never] will die Tür der Zeile { $row } offen, und die Zeile { $other } will sie verschlossen
       *[lost] hat die Zeile { $row } nicht, einen Schrank von { $other }, der immer probiert werden muss
    }
    .action = Berichtigen Sie die Datei, oder machen Sie aus einer eingebauten Telefonanlage eine neue. Die eingebaute bleibt, wie sie ist.
problem-profile-set-aside = Diese Version kann die Telefonanlagen-Datei { $file } nicht lesen, darum liegt sie jetzt als { $kept_as } da
    .action = Berichtigen Sie sie dort, und geben Sie ihr den alten Namen zurück, oder machen Sie aus einer eingebauten Telefonanlage eine neue.
problem-profile-too-many = Es gibt schon { $count } eigene Telefonanlagen
    .action = Entfernen Sie eine Datei, die Sie nicht brauchen, aus dem Ordner dieses Programms.
problem-profile-unreadable = Die Telefonanlagen-Datei { $file } ist nicht lesbar: { $why }
    .action = Berichtigen Sie die Datei, oder machen Sie aus einer eingebauten Telefonanlage eine neue.
problem-profile-unknown-outside = { $system } hat andere Nummern als { $base }. Ein Besucher anderswo kennt nur die eingebauten
    .action = Gehen Sie stattdessen mit diesem Computer hinaus. Er kennt Ihre eigenen Nummern.
problem-not-a-range = { $word } ist keine erste und letzte Nummer wie 12000-12099
    .action = Tippen Sie zwei Nummern mit einem Strich dazwischen.
problem-unknown-use = { $word } passt nicht zu dieser Telefonanlage
    .action = Nehmen Sie eines dieser Wörter: { $fitting }.
problem-practice-unknown = Es gibt kein Übungsbüro namens { $word }
    .action = Wählen Sie eines von diesen: { $known }.
problem-usage-command = Es gibt keinen Befehl namens { $word }
    .action = Tippen Sie { $known ->
        [yes] { $fitting }, oder „{ $program } --help“ für die ganze Liste
       *[no] „{ $program } --help“ für die ganze Liste
    }.
problem-usage-option = { $word } gibt es hier nicht
    .action = Tippen Sie { $known ->
        [yes] { $fitting }, oder „{ $program } --help“ für die ganze Liste
       *[no] „{ $program } --help“ für die ganze Liste
    }.
problem-usage-value = { $word } passt nicht zu { $option }
    .action = Tippen Sie { $known ->
        [yes] eines von diesen: { $fitting }
       *[no] „{ $program } --help“, um zu sehen, was passt
    }.
problem-usage-no-value = Nach { $option } fehlt ein Wort
    .action = Tippen Sie „{ $program } --help“, um zu sehen, was es gibt.
problem-usage-missing = Es fehlt noch: { $word }
    .action = Ergänzen Sie es, oder tippen Sie „{ $program } --help“ für eine Übersicht.
problem-usage-conflict = { $option } und { $word } vertragen sich nicht
    .action = Lassen Sie eines davon weg.
problem-usage-other = Diese Befehlszeile lässt sich nicht lesen: { $word }
    .action = Tippen Sie „{ $program } --help“, um zu sehen, was es gibt.
problem-language-unknown = In der Sprache { $word } gibt es noch keine Worte
    .action = Wählen Sie eine von diesen: { $known }.

problem-file-unreadable = Die Datei { $file } ist nicht lesbar
    .action = Prüfen Sie ihren Namen und ob Sie sie lesen dürfen.
problem-not-a-report = Die Datei { $file } ist kein Bericht dieses Programms
    .action = Wählen Sie einen Bericht, den dieses Programm gespeichert hat.
problem-newer-report = Die Datei { $file } stammt von einer neueren Version dieses Programms
    .action = Installieren Sie die neueste Version. Öffnen Sie sie dann noch einmal.

problem-sip-limit = Wir haben fürs Erste oft genug geklopft
    .action = Warten Sie { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }, und prüfen Sie dann noch einmal. Telefonanlagen sperren Besucher aus, die zu oft klopfen.
problem-nothing-to-undo = Es gibt nichts zurückzunehmen
    .action = Machen Sie einfach weiter. Keinen der Eingänge in Ihrem Router hat dieses Programm geöffnet.
problem-nothing-to-renew = Es gibt nichts, wofür um mehr Zeit zu bitten wäre
    .action = Machen Sie einfach weiter. Keiner der Eingänge in Ihrem Router ist von diesem Programm.
problem-nothing-to-repair = Es gibt nichts herauszunehmen und wieder einzusetzen
    .action = Öffnen Sie zuerst den Eingang, oder machen Sie ihn von Hand. Dieses Programm rührt nur an, was es selbst gemacht hat.
problem-cancelled = Sie haben angehalten
    .action = Beginnen Sie wieder, wann Sie wollen. Was bis dahin getan wurde, steht in der Liste.
problem-still-inside = Dieser Computer steht noch in Ihrem Büro
    .action = Wählen Sie den anderen Adapter, oder verbinden Sie sich mit dem Hotspot des Handys. Klopfen Sie dann noch einmal.

## The standing helper did not work

problem-helper-unreachable = Der Helfer war nicht zu erreichen
    .action = Prüfen Sie, ob dieser Computer Internet hat. Versuchen Sie es dann noch einmal, oder fragen Sie den Betreiber des Helfers.
    .detail = { $why ->
        [name] Der Name im Link führt nirgendwohin
        [refused] Unter der Adresse im Link lauscht nichts
        [silent] Keine Antwort innerhalb der Zeitgrenze
        [unreachable] Kein Weg zu der Adresse im Link
        [tls] Er sprach kein TLS
        [time] Keine Antwort innerhalb der Zeitgrenze
        [lost] Die Verbindung wurde getrennt
       *[other] { $why }
    }
problem-helper-wrong-key = Der Helfer kennt den Schlüssel in diesem Link nicht
    .action = Bitten Sie den Betreiber des Helfers um einen neuen Link.
problem-helper-pin-differs = An der Stelle des Helfers antwortet jemand anders
    .action = Machen Sie mit diesem Link nicht weiter. Fragen Sie den Betreiber, ob der Helfer umgezogen ist, und bitten Sie um einen neuen Link.
    .detail = Der öffentliche Schlüssel des Zertifikats ist nicht der, den der Link festlegt. Auch ein Programm, das unterwegs in verschlüsselte Verbindungen hineinsieht, führt dazu.
problem-helper-too-often = Der Helfer hat hier fürs Erste oft genug geklopft
    .action = Warten Sie { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }, und versuchen Sie es dann noch einmal.
problem-helper-busy = Der Helfer hat gerade zu viel zu tun
    .action = Warten Sie { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }, und versuchen Sie es dann noch einmal.
problem-helper-refuses-address = Der Helfer klopft nicht an { $address }
    .action = Nehmen Sie einen Helfer, der draußen im Internet steht. Er sieht Sie unter Ihrer eigenen Straßenadresse.
    .detail = Gegangen wird nur zu öffentlichen Adressen, und zu keiner, die in Ruhe gelassen werden will. Der Helfer sah diese Verbindung von { $address } kommen.
problem-helper-other-version = Auf dem Helfer läuft eine andere Version dieses Programms
    .action = Installieren Sie auf beiden Seiten die neueste Version. Versuchen Sie es dann noch einmal.
problem-helper-not-understood = Der Helfer hat etwas geantwortet, das keinen Sinn ergibt
    .action = Prüfen Sie den Link. Vielleicht antwortet unter seiner Adresse etwas anderes.
problem-helper-not-in-practice = Ein Übungsbüro hat seinen eigenen Besucher
    .action = Lassen Sie den Helfer weg, oder prüfen Sie mit ihm Ihr echtes Büro.
problem-helper-takes-no-letters = Dieser Helfer kann keinen Pförtnertest machen
    .action = Nehmen Sie einen anderen Helfer, oder bitten Sie den Betreiber, ihn Briefe annehmen zu lassen.
    .detail = Er lauscht auf keinem SIP-Port. Vielleicht hat etwas anderes auf seinem Gerät sie belegt; sein Protokoll sagt, welche.
problem-helper-forgot-letters = Der Helfer kannte unsere Briefe nicht mehr
    .action = Versuchen Sie es noch einmal. Man muss innerhalb einer Minute und von derselben Straße nach ihnen fragen.
    .detail = Die Marke wurde an eine andere Adresse ausgegeben, oder ihre 60 Sekunden waren um. Das geschieht bei mehreren Helfern hinter einer Adresse oder bei einem Anschluss, dessen Adresse mit jeder Verbindung wechselt.
problem-doorman-not-on-phone-system = Nur die Telefonanlage selbst darf von ihrem eigenen Platz aus senden
    .action = Lassen Sie diese Option weg, oder starten Sie dieses Programm auf der Telefonanlage.
    .detail = --doorman-from-5060 sendet von Port 5060. Von einem anderen Gerät aus kann das der Telefonanlage ihren Port auf der Außenseite eines einfachen Routers wegnehmen.
problem-helper-link-not-a-link = Das ist nicht der Link eines Helfers
    .action = Kopieren Sie den ganzen Link. Er beginnt mit https und hat ein # in der Mitte.
problem-helper-link-cut = Das Ende des Helfer-Links fehlt
    .action = Kopieren Sie den ganzen Link mit allem, was nach dem # steht. Mailprogramme schneiden ihn dort oft ab.
problem-helper-cannot-listen = Der Helfer kann auf { $address } nicht lauschen
    .action = Wählen Sie eine andere Adresse oder eine andere Nummer nach dem Doppelpunkt. Vielleicht ist diese schon belegt.
    .detail = { $why }
problem-helper-certificate-unusable = Das Zertifikat des Helfers ist nicht brauchbar
    .action = Nehmen Sie die Dateien aus dem Ordner des Helfers weg, und starten Sie ihn neu. Er macht neue und braucht dann einen neuen Link.
    .detail = { $why }
problem-helper-file-missing = Dem Helfer fehlt die Datei { $file }
    .action = Kopieren Sie sie aus einer Sicherung zurück, dann bleibt der Link derselbe. Oder nehmen Sie auch { $other } weg: Der Helfer macht dann beide neu und braucht einen neuen Link.
problem-helper-key-not-a-key = Zeile { $line } der Zugangsschlüssel ist kein Schlüssel
    .action = Schreiben Sie in jede Zeile einen Schlüssel: 32 der Zeichen 0 bis 9 und a bis f.
problem-helper-no-key = Der Helfer hat keinen Zugangsschlüssel
    .action = Schreiben Sie einen in access-keys.txt in seinem Ordner: 32 der Zeichen 0 bis 9 und a bis f. Oder nehmen Sie diese Datei weg, dann macht der Helfer einen neuen.
problem-helper-too-many-ports = { $option } nimmt höchstens { $most } Nummern
    .action = Nennen Sie weniger davon.
problem-helper-nowhere = Dem Helfer wurde gesagt, er solle nirgends lauschen
    .action = Geben Sie ihm eine Adresse, auf der er lauscht.

## The report as text


report-title = Separate Entrance: Bericht vom { $date } ({ $name } { $version })
report-office = Ihr Büro
report-street-address = Straßenadresse
report-router = Router
report-phone-system = Telefonanlage
report-unknown = nicht bekannt
report-findings = Was gefunden wurde
report-no-findings = Nichts steht im Weg.
report-action = Was zu tun ist: { $action }
report-about = Betrifft: { $services }
report-detail = Für den Techniker: { $detail } [{ $code }]
report-folded = Das erklärt auch: { $codes }
report-entrances = Eingänge
report-locked = Muss verschlossen bleiben
report-cabinets = Schränke, die verschlossen bleiben müssen: { $shut ->
        [0] Von { $total } ist noch keiner als verschlossen bewiesen.
       *[other] { $shut } von { $total } wurden von draußen probiert und sind verschlossen.
    }
report-not-shown = Was der Beweis nicht zeigt
report-outbound = Wege nach draußen
report-outbound-lead = Für den Menschen, der die Firewall betreut: Von der Telefonanlage ins Internet müssen diese erlaubt sein. Nichts davon braucht einen Eingang.
report-outbound-not-here = Was probiert wurde, wurde von diesem Computer aus probiert, und der ist nicht die Telefonanlage.
rule-way-out-direction = Richtung
rule-way-out-protocol = Protokoll
rule-way-out-ports = Ports
rule-way-out-purpose = Wofür
rule-way-out-tried = Probiert
report-outbound-out = hinaus
report-outbound-provider = Der Server des Telefonanbieters
way-out-reachable = der Weg nach draußen ist frei
way-out-blocked = der Weg nach draußen ist versperrt
way-out-not-checked = nicht probiert
report-unconfirmed = vom Hersteller nicht bestätigt
report-changes = Worum der Router gebeten wurde
report-walks = Gänge draußen
report-streets = Gesehen von jeder Straße
report-street-other = von einer anderen Straße
report-street-same = von der eigenen Straße des Büros, also nicht von draußen
report-street-unknown = Straße nicht bekannt
report-street-lies = diese Straße antwortet für andere
report-trouble-no-way-out = der Besucher hatte keinen Weg hinaus
report-trouble-limit = fürs Erste wurde genug gefragt
report-trouble-time = die Zeit lief ab
report-trouble-other = auf dem Gang ging etwas schief
report-trouble-not-walked = niemand ist gegangen
report-doorman = Der Pförtnertest
report-doorman-none = Kein Pförtner: Jeder Brief kam an, wie er abgeschickt wurde.
report-letter-untouched = kam an wie abgeschickt
report-letter-rewritten = wurde unterwegs umgeschrieben
report-letter-lost = kam nie an
report-letter-answer-lost = kam an, aber die Antwort kam nicht zurück
report-letter-not-sent = konnte von hier nicht abgeschickt werden
report-letter-changed = Auf dem Hinweg ({ $name }):
report-answer-changed = Auf dem Rückweg ({ $name }):
report-you-sent = abgeschickt
report-arrived-as = angekommen als
report-line-added = (nichts: unterwegs hinzugefügt)
report-line-dropped = (unterwegs herausgenommen)
report-advice = Damit es sicher bleibt
report-evidence = Was gefragt und gesehen wurde
report-vantage-inside = innen
report-vantage-router = Router
report-vantage-outside = draußen
report-reused = aus einer früheren Prüfung

## The terminal program.

help-heading-usage = Aufruf
help-heading-commands = Befehle
help-heading-arguments = Angaben
help-heading-options = Optionen
help-arg-help = Diese Hilfe ausgeben
help-arg-version = Die Version ausgeben
help-entrance = Findet Ihren Router und Ihre Telefonanlage, öffnet genau die Eingänge, die Telefone draußen brauchen, und klopft von draußen daran. Ohne Befehl führt es Sie Schritt für Schritt
help-separate-entrance = Das Fenster, das Sie Schritt für Schritt führt. Jede hier gegebene Antwort lässt sich darin ändern
help-arg-renderer = Nur damit zeichnen; ohne Angabe wird beides versucht
help-arg-self-test = Das Fenster öffnen, messen, eine Zeile ausgeben und enden
help-check = Nachsehen und fragen, nichts ändern, und sagen, was wahr ist
help-open = Die nötigen Eingänge zeigen, fragen, öffnen und nachlesen
help-undo = Zurücknehmen, was dieses Programm geöffnet hat
help-profile = Die Telefonanlagen auflisten, eine Datei mit einer eigenen prüfen oder eine machen
help-guide = Zeigen, wie man die Eingänge in Ihrem Router von Hand macht
help-invite = Einen Code für einen Kollegen machen, der von draußen klopft
help-walk = Klopfen, wie es der Code eines Büros verlangt, und den Code zum Zurückschicken ausgeben
help-practice = Die Übungsbüros auflisten oder eines starten
help-replay = Einen gespeicherten Bericht mit den heutigen Regeln neu beurteilen
help-witness = Auf der Telefonanlage: eine Weile hinter ihren Sprach-Ports stehen, damit ein Gang von draußen sie beweisen kann
help-watch = Router und Telefonanlage immer wieder ansehen, sagen, was sich ändert, und offen halten, was dieses Programm geöffnet hat
help-history = Die früheren Prüfungen auflisten und was sich dazwischen geändert hat
help-arg-every = Zeit zwischen zwei Blicken, etwa 15m oder 1h
help-arg-every-port = Jeden Sprach-Port fragen, wenn auf der Telefonanlage ein Zeuge steht
help-arg-ports = Erster und letzter Sprach-Port, etwa 10000-20000
help-arg-minutes = Wie viele Minuten er dort steht, höchstens 60; ohne Angabe 10
help-arg-script = Den Zeugen als Skript ausgeben, für eine Anlage, die für dieses Programm zu alt ist
help-helper = Einen ständigen Helfer betreiben: Er klopft bei jedem, der ihn bittet, und bei niemandem sonst
help-arg-helper = Diesen ständigen Helfer von draußen klopfen lassen; sein Link
help-arg-doorman-from-5060 = Die Briefe des Pförtnertests von Port 5060 senden; nur auf der Telefonanlage selbst
help-arg-listen = Wo gelauscht wird; darf mehrmals angegeben werden
help-arg-state = Ordner für sein Zertifikat und seine Zugangsschlüssel
help-arg-also-listen = Weitere TCP-Ports, an denen Büros ihre Wege nach draußen probieren können; ohne Angabe keine
help-arg-sip-port = Ports, auf denen Briefe des Pförtnertests angenommen werden, über UDP und TCP
help-arg-walks-per-minute = Gänge in der Minute insgesamt; ohne Angabe 60
help-arg-knock-from = Adresse, von der geklopft wird, einmal je Adressfamilie; ohne Angabe wird eine zweite öffentliche Adresse benutzt, wenn es eine gibt
help-arg-trust-proxy = Ihr eigener Proxy, dem man glaubt, wer fragt
help-arg-known-as = Name oder Adresse, unter der Büros ihn erreichen, für den Link
help-arg-operator = Wer ihn betreibt und wie man ihn erreicht, für seine Seite
help-arg-never = Netze, zu denen nie gegangen wird, mit Kommas getrennt
help-arg-allow-private = Auch zu privaten Adressen gehen: für ein Labor, nie im Internet
help-arg-lang = Sprache der Worte
help-arg-system = Welche Telefonanlage es ist, mit ihrem kurzen Namen
help-arg-pbx = Adresse der Telefonanlage in Ihrem Büro
help-arg-find-phone-system = Ja, im lokalen Netz nach der Telefonanlage suchen
help-arg-using = Wer oder was draußen ist, mit Kommas getrennt
help-arg-calls = Gespräche, die höchstens gleichzeitig laufen
help-arg-ipv6 = Auch über IPv6 öffnen, wo der Router es kann: yes oder no (yes, wenn kein Wort folgt)
help-arg-trusted = Netze, die die Eingänge benutzen dürfen, mit Kommas getrennt
help-arg-symptom = Was nicht geht; passende Befunde kommen zuerst
help-arg-phones-use = Servername oder Adresse, die in den Telefonen draußen steht
help-arg-stun = Diesen Server im Internet nach der Straßenadresse des Ortes fragen, an dem Sie sind (STUN)
help-arg-provider = Der Server Ihres Telefonanbieters; er wird einmal gefragt, ob er antwortet
help-arg-test = Sicherheitstests, jeder nach einem eigenen Ja: guest-calls, name-leak
help-arg-test-from = Die Sicherheitstests von einer anderen Straße machen, über diesen Adapter: ein per Kabel angeschlossenes Handy
help-arg-own-address = Ihre eigene Straßenadresse, wenn Sie sie wissen. Sie zählt dort, wo nichts antwortet, das sie sagen könnte
help-arg-extension = Eine echte Nebenstelle von Ihnen, für den Test name-leak; sie wird nirgends aufgehoben
help-arg-public-address = Straßenadresse Ihres Büros, wenn der Router sie nicht sagt
help-arg-practice = Dieses Übungsbüro statt Ihres eigenen benutzen
help-arg-router = Nur diesen Router ansehen
help-arg-interface = Nur diesen Netzwerkadapter benutzen
help-arg-heard-both-ways = Ein Testanruf heute hatte Ton in beide Richtungen
help-arg-save = Den ganzen Bericht auch in diese Datei schreiben: als Seite zum Lesen, wenn ihr Name auf .html endet, sonst als JSON
help-arg-inside-save = Auch in diese Datei schreiben, was sie sagt: JSON, wo der Name auf .json endet, sonst Text
help-arg-masked = Private Angaben verdecken
help-arg-json = Ein JSON-Dokument ausgeben
help-arg-walk-result = Der Code, den der Kollege zurückgeschickt hat
help-arg-yes = Ja zu dem, was gezeigt wird, ohne zu fragen
help-arg-repair = Herausnehmen und wieder einsetzen, was dieses Programm geöffnet hat und wo niemand durchkommt
help-arg-dry-run = Nur zeigen, nichts öffnen
help-arg-list = Nur auflisten, was sich zurücknehmen lässt
help-arg-all = Alles zurücknehmen
help-arg-id = Diesen zurücknehmen
help-arg-profile-file = Eine Datei, die geprüft wird
help-arg-keep = Die Datei behalten, damit --system sie kennt
help-arg-new = Eine eigene Telefonanlage mit diesem Namen machen
help-arg-from = Die eingebaute Telefonanlage, der sie gleicht
help-arg-bell = Die Nummer ihrer Tür für Anrufe
help-arg-voices = Die erste und die letzte Nummer ihrer Türen für Stimmen
help-arg-router-guide = Die Anleitung für diese Routerfamilie zeigen
help-arg-code = Der Code, wie Sie ihn bekommen haben
help-arg-scenario = Welches Übungsbüro
help-arg-file = Ein gespeicherter Bericht

terminal-hint = Hinweis: { $hint }
terminal-safety = Einen von zwei weiteren Tests machen, nur wenn Sie wollen
terminal-ask-provider = Probieren, ob der Server Ihres Telefonanbieters antwortet
terminal-ask-stun = Einen Server im Internet nach Ihrer Straßenadresse fragen
terminal-type-server = Tippen Sie den Namen des Servers, oder nichts, um zurückzugehen:
terminal-type-extension = Tippen Sie die Nummer irgendeines Telefons im Büro, oder nichts, um zurückzugehen:
terminal-helper-runs = Der Helfer ist bereit. Sein Zertifikat und seine Schlüssel liegen in { $folder }. Strg-C beendet ihn.
terminal-helper-private = Dieser Helfer geht auch zu privaten Adressen. Betreiben Sie ihn so nicht im Internet.
terminal-helper-stopped = Der Helfer ist beendet.
helper-page-title = Ein Helfer für kleine Büros
helper-page-what = Dieser Server hilft Inhabern kleiner Büros herauszufinden, ob ihre Telefone von draußen erreichbar sind. Er klopft an den Eingängen einer Telefonanlage und sagt, was geantwortet hat.
helper-page-asks = Er klopft nur an der Adresse, die ihn darum bittet, über eine verschlüsselte Verbindung und mit einem Schlüssel. Niemand kann ihn zu einer anderen Adresse schicken.
helper-page-sends = Er stellt jedem Dienst die kleinste Frage, höchstens zweimal, und bleibt in engen Grenzen. Er probiert keine Passwörter und führt keine Liste von Adressen.
helper-page-operator = Er wird betrieben von: { $operator }
helper-page-nobody = Wer ihn betreibt, hat hier keinen Namen hinterlassen.
helper-page-alone = Wollen Sie in Ruhe gelassen werden, dann bitten Sie den Betreiber, Ihre Adresse auf die Liste derer zu setzen, an denen nie geklopft wird. Haben Sie ihn nie um etwas gebeten, dann hat er nie bei Ihnen geklopft.
terminal-watch-runs = Es wird beobachtet. Eine Zeile erscheint, wenn sich etwas ändert. Strg-C beendet es.
terminal-watch-stopped = Beendet. Was geöffnet wurde, bleibt offen, bis seine Zeit um ist. „entrance undo“ nimmt es zurück.
terminal-watch-no-phone-system = Noch ist keine Telefonanlage bekannt, also wird nur der Router beobachtet. Nennen Sie sie mit --pbx, oder erlauben Sie --find-phone-system.
terminal-history-check = { $verdict } · { $proved } von { $total } von draußen bewiesen · Straßenadresse { $street }
terminal-history-empty = Noch wurde nichts geprüft.
history-ready = Bereit
history-action-needed = Etwas zu tun
history-could-not-check = Nicht prüfbar
terminal-yes = ja
terminal-yes-no = [ja/nein]
terminal-yes-letter = j
terminal-unknown = nicht bekannt
terminal-dont-know = Weiß ich nicht
terminal-candidate = Antwortet unter { $address }: { $server }
terminal-router = Router unter { $address }: { $router }
terminal-router-nameless = sagt seinen Namen nicht
terminal-type-street = Ihre Straßenadresse eintippen
terminal-type-street-now = Tippen Sie Ihre Straßenadresse, oder drücken Sie die Eingabetaste, um zurückzugehen:
terminal-phone-system = Telefonanlage unter { $address }: { $server }
terminal-saved = Gespeichert in { $file }.
terminal-over-ipv6-too = Den Plan auch mit Öffnungen über IPv6 zeigen
terminal-nothing-to-open = Es gibt nichts, was der Router für Sie öffnen könnte.
terminal-nothing-changed = Nichts wurde geändert.
terminal-nothing-sent = Nichts wurde gesendet.
terminal-ask-open = Diese Eingänge jetzt öffnen?
terminal-ask-undo = Diese jetzt zurücknehmen?
terminal-ask-walk = Jetzt dort klopfen?
terminal-journal-line = { $id }  { $service }  { $protocol } { $port } an { $client } auf { $router }, gemacht { $at }
terminal-hand-over = Schicken Sie diesen Code Ihrem Kollegen. Er startet: entrance walk CODE
    Wo das Programm installiert ist, öffnet dieser Link es: { $link }
terminal-hand-back = Schicken Sie diesen Code dem Büro zurück.
terminal-walk-what = Das klopft an { $count } Eingängen von { $address }, an jedem einmal. Sonst wird nichts gesendet.
terminal-witness-what = Das nimmt auf diesem Computer für { $minutes } Minuten jede freie Tür für Stimmen aus { $ports } und antwortet einem Besucher mit diesem Code und niemandem sonst. Neue Anrufe haben keinen Ton, solange der Zeuge hier steht. Laufende Anrufe bleiben unberührt.
terminal-ask-witness = Jetzt hier stehen?
terminal-witness-not-found = Besucher mit diesem Code klopfen zuerst an { $asked }. Keine davon liegt in { $ports }, also werden sie Sie nicht finden.
terminal-witness-holds = Der Zeuge steht hinter { $count } von { $whole } Türen für Stimmen. Strg-C beendet es.
terminal-witness-in-use = In Ruhe gelassen, weil die Telefonanlage oder etwas anderes sie benutzt: { $count } ({ $ports })
terminal-witness-beyond = Ausgelassen, weil dieser Computer nicht mehr auf einmal zulässt: { $count } ({ $ports }). Heben Sie seine Grenze für offene Dateien an, oder prüfen Sie diese in einem zweiten Durchgang.
terminal-witness-asked-by = Ein Besucher klopft, von
terminal-witness-tally = Beantwortetes Klopfen: { $answered }. Ohne Antwort gelassen, weil nicht von diesem Code oder doppelt: { $dropped }.
terminal-witness-from = Von { $source }: { $count }
terminal-witness-nobody = Niemand mit diesem Code hat geklopft. Ist doch jemand gegangen, dann werden die Stimmen auf dem Weg hierher aufgehalten.
terminal-practice-runs = Das Übungsbüro { $scenario } ist offen. Strg-C beendet es.
terminal-answers = Seine Telefonanlage ist { $system } unter { $pbx }.
terminal-not-a-choice = { $word } steht nicht zur Wahl.
terminal-check-mine = Mein Büro prüfen
terminal-practise = In einem Übungsbüro probieren, wo nichts kaputtgehen kann
terminal-how-to-answer = Mit der Eingabetaste behalten Sie, was in Klammern steht. Tippen Sie ?, um zu hören, wie man es herausfindet, oder - für „Weiß ich nicht“. Aus einer Liste tippen Sie die Nummern mit einem Komma dazwischen.
terminal-whole-report = Den ganzen Bericht zeigen
terminal-stay-shut = Bleibt verschlossen: { $services }.
terminal-must-get-out = Muss hinaus und braucht keinen Eingang: { $services }.
terminal-help-colleague = Einem Kollegen beim Prüfen helfen
terminal-quit = Beenden
terminal-next = Weiter
terminal-back = Zurück
terminal-skip = Jetzt nicht
terminal-other-address = Sie hat eine andere Adresse
terminal-type-address = Die Adresse der Telefonanlage eintippen
terminal-look-round = Ja, in meinem Netz danach suchen
terminal-step-outside = Mit diesem Computer hinausgehen
terminal-adapters-again = Das Handy ist eingesteckt: noch einmal nachsehen
terminal-ask-colleague = Einen Kollegen bitten: einen Code für ihn machen
terminal-ask-helper = Einen Helfer bitten, der immer draußen steht: Ich habe seinen Link
terminal-paste-helper = Fügen Sie den Link des Helfers ein:
terminal-paste-helper-or-last = Fügen Sie den Link des Helfers ein, oder drücken Sie die Eingabetaste für den vom letzten Mal:
terminal-give-result = Ich habe die Antwort des Kollegen
terminal-paste-result = Fügen Sie den zurückgeschickten Code ein, oder drücken Sie die Eingabetaste, um zurückzugehen:
terminal-paste-code = Fügen Sie den Code des Büros ein, oder drücken Sie die Eingabetaste, um zurückzugehen:
terminal-whole-computer = Dieser Computer ist jetzt auf einer anderen Straße
terminal-practice-knock = In einem Übungsbüro wird der Gang nach draußen für Sie gespielt.
terminal-profile-sound = { $name } ist in Ordnung
terminal-profile-kept = Behalten. Benutzen Sie sie mit --system { $id }
terminal-by-hand = Zeigen, wie man sie von Hand macht
terminal-open-now = Sie jetzt öffnen
terminal-there = Ihr Router öffnet nur dem Gerät, das fragt. Starten Sie dies auf der Telefonanlage selbst:
terminal-repair = Die stummen Eingänge herausnehmen und wieder einsetzen
terminal-ask-repair = Solange ein Eingang herausgenommen ist, brechen Anrufe ab. Niemand telefoniert: Jetzt tun?
terminal-repair-yes = Niemand telefoniert: jetzt tun
terminal-undo-all = Alles zurücknehmen, was dieses Programm geöffnet hat
terminal-knock-now = Jetzt von draußen klopfen
terminal-recheck = Noch einmal prüfen
terminal-knock-again = Noch einmal von draußen klopfen
terminal-plan-again = Den Plan noch einmal zeigen
terminal-new-check = Mit den Fragen neu beginnen
terminal-tick = Abhaken, was Sie für die Sicherheit getan haben
terminal-heard = Ein Testanruf heute hatte Ton in beide Richtungen
terminal-agree = Ja, dort klopfen
change-opened = geöffnet
change-already-there = war schon da
change-refused = der Router hat Nein gesagt
change-failed = keine richtige Antwort
change-undone = zurückgenommen
change-renewed = hat jetzt mehr Zeit
change-repaired = herausgenommen und wieder eingesetzt

problem-folder-unusable = Der Ordner für die Dateien dieses Programms ist nicht benutzbar: { $why }
    .action = Schaffen Sie Platz auf der Festplatte. Oder wählen Sie mit SEPARATE_ENTRANCE_DIR, beim Helfer mit --state, einen Ordner, in den man schreiben kann.
problem-practice-not-opened = Das Übungsbüro ließ sich nicht öffnen: { $why }
    .action = Beenden Sie andere Programme, die das Netzwerk benutzen, und versuchen Sie es noch einmal.
problem-report-not-handed-out = Der Bericht ließ sich nicht speichern: { $why }
    .action = Schaffen Sie Platz auf der Festplatte, und speichern Sie noch einmal. Oder kopieren Sie den Bericht stattdessen.
problem-report-not-kept = Diese Prüfung ließ sich nicht für das nächste Mal aufheben: { $why }
    .action = Schaffen Sie Platz auf der Festplatte, und prüfen Sie noch einmal.
problem-phones-use-unknown = Niemand kennt den Namen { $name }.
    .action = Lesen Sie den Servernamen Buchstabe für Buchstabe von einem Telefon draußen ab, und tippen Sie ihn noch einmal.
problem-street-name-unknown = Der Name { $name } führt zu keiner Straßenadresse.
    .action = Prüfen Sie den Namen, oder tippen Sie die Adresse selbst.
problem-name-servers-silent = Niemand in diesem Netz konnte den Namen { $name } nachschlagen
    .action = Prüfen Sie, ob dieser Computer ins Internet kommt, und prüfen Sie dann noch einmal.
problem-safety-no-walk = Noch hat keine Klingel nach draußen geantwortet
    .action = Prüfen Sie noch einmal, lassen Sie jemanden klopfen, und machen Sie dann den Test von der Straße.
problem-unknown-test = { $word } ist keiner der Sicherheitstests: { $known }
    .action = Nehmen Sie eines dieser Wörter.
problem-not-an-extension = { $word } kann keine Nebenstelle sein.
    .action = Tippen Sie sie, wie sie am Telefon steht, etwa 201.
problem-needs-extension = Der Test name-leak vergleicht einen erfundenen Namen mit einem echten, und ein echter wurde nicht genannt.
    .action = Geben Sie zusätzlich --extension mit der Nummer irgendeines Telefons im Büro an.
problem-safety-needs-yes = Niemand ist hier, der Ja sagen könnte, also wurde kein Sicherheitstest gemacht.
    .action = Geben Sie zusätzlich --yes an, oder starten Sie es in einem Terminal.
problem-safety-no-sip = Die Telefonanlage hat noch nicht geantwortet, also gibt es nichts zu testen.
    .action = Prüfen Sie noch einmal, und machen Sie dann den Test.
problem-safety-not-made = Der Test ließ sich nicht machen: { $why }
    .action = Prüfen Sie noch einmal, und machen Sie dann den Test.
problem-not-a-server = { $word } ist nicht der Name eines Servers.
    .action = Schreiben Sie ihn so: phones.example.com oder 203.0.113.5.
problem-stun-name-unknown = Niemand kennt den Server { $server }, also wurde niemand nach Ihrer Straßenadresse gefragt.
    .action = Prüfen Sie seinen Namen, und versuchen Sie es noch einmal.
problem-stun-silent = Der Server { $server } hat nicht gesagt, wie Ihre Straßenadresse lautet.
    .action = Versuchen Sie einen anderen Server, oder öffnen Sie eine Webseite, die Ihre Adresse zeigt, und tippen Sie sie ein.
problem-stun-not-outside = Der Server { $server } sieht diesen Computer unter { $address }, und das ist keine Straßenadresse.
    .action = Wählen Sie einen Server, der außerhalb Ihres Gebäudes und außerhalb des Netzes Ihres Internetanbieters steht.
problem-router-other = Der Router unter { $address } ist nicht der, an dem etwas geändert wurde.
    .action = Gehen Sie zurück ins Netz jenes Büros, und versuchen Sie es noch einmal.
problem-invitation-not-kept = Die Einladung ließ sich nicht aufheben, also wäre die Antwort darauf kein Beweis: { $why }
    .action = Schaffen Sie Platz auf der Festplatte, und machen Sie dann einen neuen Code.
problem-engine-not-started = Das Programm konnte nicht beginnen: { $why }
    .action = Starten Sie diesen Computer neu, und versuchen Sie es noch einmal.
problem-not-a-network = { $word } ist keine Netzwerkadresse.
    .action = Schreiben Sie sie so: 198.51.100.7 oder 198.51.100.0/24.
problem-unknown-symptom = { $word } ist keines der Probleme, die dieses Programm kennt: { $known }
    .action = Nehmen Sie eines dieser Wörter.
problem-not-a-street-address = { $word } kann nicht Ihre Straßenadresse sein: Niemand draußen kann sie erreichen.
    .action = Fragen Sie Ihren Internetanbieter nach Ihrer öffentlichen Adresse, oder lassen Sie sie weg.
problem-not-saved = { $file } ließ sich nicht schreiben: { $why }
    .action = Wählen Sie mit --save einen anderen Ort.
problem-not-printed = Die Ausgabe ließ sich nicht schreiben: { $why }
    .action = Wählen Sie einen anderen Ort, und starten Sie den Befehl noch einmal.
problem-unknown-entry = Es gibt keinen offenen Eintrag mit der Nummer { $word }.
    .action = Starten Sie entrance undo --list, um die Nummern zu sehen.
problem-unknown-router-guide = Es gibt keine Anleitung namens { $word }. Es gibt: { $known }
    .action = Nehmen Sie einen dieser Namen, oder lassen Sie ihn weg.
problem-needs-yes = Niemand ist hier, der Ja sagen könnte, also wurde nichts geändert und nichts gesendet.
    .action = Geben Sie zusätzlich --yes an, oder starten Sie es in einem Terminal.
problem-not-a-number = { $word } ist keine Zahl von Anrufen
    .action = Tippen Sie eine Zahl wie 4, oder drücken Sie die Eingabetaste, wenn Sie es nicht wissen.

## The window's own words: buttons, hints, the picture

window-title = Separate Entrance
window-back = Zurück
window-next = Weiter
window-cancel = Abbrechen
window-finish = Fertig
window-unknown = nicht bekannt
window-dont-know = Weiß ich nicht
window-copied = Kopiert
window-working = Wird vorbereitet
window-progress = { $done } von { $total }: { $doing }
window-bullet = – { $what }
window-ports = { $label }, { $protocol } { $ports }
window-not-confirmed = Vom Hersteller nicht bestätigt
window-set-aside = { $why ->
    [newer-program] Eine neuere Version dieses Programms hat { $file } geschrieben. Die Datei bleibt für sie, wie sie ist, und diese Version führt daneben ihre eigene.
   *[other] Diese Version kann die Datei { $file } nicht lesen. Sie liegt jetzt als { $kept_as } da, und das Programm hat neu begonnen.
    }
settled-opening-made = Das Öffnen von { $service } war mittendrin abgebrochen. Der Router hat diesen Eingang, und Sie können ihn wie jeden anderen zurücknehmen.
settled-opening-not-made = Das Öffnen von { $service } war mittendrin abgebrochen. Der Router hat diesen Eingang nicht.
settled-opening-untold = Das Öffnen von { $service } war mittendrin abgebrochen, und dieser Router sagt nicht, ob es gelang. Öffnen Sie ihn noch einmal, oder nehmen Sie ihn zurück.
settled-repairing-made = Das Erneuern von { $service } war mittendrin abgebrochen. Der Eingang ist wieder da.
settled-repairing-not-made = Das Erneuern von { $service } war mittendrin abgebrochen. Der Eingang ist nicht mehr da, öffnen Sie ihn also noch einmal.
settled-undoing-still-there = Das Zurücknehmen von { $service } war mittendrin abgebrochen. Der Eingang ist noch da, nehmen Sie ihn also noch einmal zurück.
settled-undoing-undone = Das Zurücknehmen von { $service } war mittendrin abgebrochen. Jetzt ist er zurückgenommen.

no-display = Es gibt keinen Bildschirm, auf dem sich ein Fenster öffnen ließe. Darum geht hier alles als Text weiter. { $why }
no-display-box =
    Dieser Computer kann das Fenster nicht zeichnen. { $why }

    Öffnen Sie ein Terminal und tippen Sie „entrance“: Dort gibt es dieselben Schritte als Text. Oder nehmen Sie einen anderen Computer in Ihrem Büro.

window-step-questions = Kurze Fragen
window-step-router = Ihr Gebäude
window-step-phones = Telefonanlage
window-step-knock = Klopfen
window-step-offer = Der Plan
window-step-by-hand = Auf Dauer
window-step-results = Ergebnis
window-checking = Neue Prüfung
    .title = Es wird noch einmal geprüft
    .lead = Ihr Router und Ihre Telefonanlage werden noch einmal gefragt. Nichts wird geändert.
window-rail-promise = Ohne Ihr Ja ändert sich nichts.
window-rail-past = { $step }, erledigt
window-rail-here = { $step }, hier sind Sie
window-rail-ahead = { $step }, kommt noch

window-practice = Übungsbüro
window-practice-safe = Es lebt in diesem Programm. Ihr eigenes Netz bleibt in Ruhe.
window-practice-leave = Übung verlassen
window-practice-knock = In einem Übungsbüro wird der Gang nach draußen für Sie gespielt.

window-check-mine = Mein Büro prüfen
    .title = Meine Telefone draußen gehen nicht, oder ich will sicher sein
    .lead = Ein paar Fragen, ein Blick auf Router und Telefonanlage, dann ein Klopfen von draußen. Dauert etwa fünf Minuten.
window-help-colleague = Kollegen helfen
    .title = Ein Kollege hat mir einen Code geschickt
    .lead = Klopfen Sie von dort, wo Sie sind, an seinem Büro, und schicken Sie zurück, was Sie gesehen haben.
window-practise = Übungsbüro wählen …
    .title = Ich will es zuerst ausprobieren
    .lead = Ein ganzes kleines Büro in diesem Programm. Nichts darin kann kaputtgehen.
window-practise-hide = Übungsbüros verbergen

window-questions-more = Gut zu wissen, leicht zu überspringen
    .lead = Wählen Sie „Weiß ich nicht“, oder lassen Sie ein Feld leer. Dann findet das Programm es heraus, oder es sagt, was es nicht herausfinden konnte.
window-questions-unsound = Eine Antwort ist noch nicht lesbar
window-how-to-find = Wie finde ich das heraus?
window-using-empty = Nichts angekreuzt: Wir planen für Telefone außerhalb des Büros.
window-phones-use-hint = zum Beispiel phones.example.com
window-calls-hint = zum Beispiel 4
window-trusted-hint = zum Beispiel 198.51.100.7, 198.51.100.0/24
window-pbx-hint = zum Beispiel 192.168.1.20
window-wrong-number = Schreiben Sie eine Zahl, etwa 4.
window-wrong-network = { $word } ist keine Adresse. Schreiben Sie sie so: 198.51.100.7 oder 198.51.100.0/24.
window-wrong-address = Das ist keine Adresse. Schreiben Sie vier Zahlen mit Punkten, etwa 192.168.1.20.
window-wrong-street = Das kann keine Straßenadresse sein: Niemand draußen kann sie erreichen. Fragen Sie Ihren Internetanbieter nach Ihrer öffentlichen Adresse.

window-router-nameless = Ein Router, der seinen Namen nicht sagt
window-router-default = Steht am Internet
window-router-at = Gefunden unter { $address } in Ihrem Büro
window-router-street = Straßenadresse:
window-street-said = { $street }, { $from }
window-router-takes = Öffnet Eingänge auf Wunsch:
window-control-upnp = ja
window-control-asker-only = nur dem Gerät, das fragt
window-control-none = nein, nur von Hand
window-no-router = Kein Router hat geantwortet. Von Hand lässt sich trotzdem alles einrichten, und auch das Klopfen von draußen geht.

window-candidates = Hat in Ihrem Netz geantwortet
window-candidate-likely = Sieht wie eine Telefonanlage aus
window-candidate-silent = Hat nicht gesagt, was es ist
window-candidate-use = { $address } nehmen
window-nobody-found = Niemand hat geantwortet. Tippen Sie die Adresse ein: Öffnen Sie an einem Tischtelefon das Menü, dann Status, und lesen Sie ab, was beim Server steht.
window-look-round-again = Noch einmal suchen
window-look-round = Im Netz suchen
    .title = Das Programm suchen lassen
    .lead = Es fragt jede Adresse im Netz Ihres Büros einmal: Bist du eine Telefonanlage? Nichts verlässt Ihr Büro.
window-type-address = Adresse eintippen
    .title = Oder die Adresse eintippen
    .lead = An jedem Tischtelefon: Menü, dann Status. Die Adresse steht beim Server.
window-use-address = Diese Adresse nehmen
window-other-address = Andere Adresse
window-phones-unknown = Weiß ich nicht: weitergehen
window-phone-system-at = Gefunden unter { $address } in Ihrem Büro
window-phone-system-says = Sie nennt sich { $server }
window-phone-system-mac = Hardware-Adresse { $mac }
window-inside = Im Büro gefragt
window-voice-inside = antwortet nur während eines Anrufs

window-knock-at = Geklopft wird an { $address }, Ihrer Straßenadresse.
window-knock-skip = Jetzt nicht
window-step-outside = Jetzt klopfen
    .title = Mit diesem Computer hinausgehen
    .lead = Geben Sie das Internet eines Handys frei. Das Kabel des Büros bleibt stecken.
window-outside-first = 1. Schalten Sie am Handy das WLAN aus, damit es das Mobilfunknetz benutzt.
window-outside-second = 2. Verbinden Sie es per USB mit diesem Computer, und geben Sie sein Internet frei.
window-outside-third = 3. Wählen Sie es hier, und klopfen Sie.
window-adapter = Hinausgehen über
window-adapter-whole = Was dieser Computer gerade benutzt
window-adapter-line = { $name } ({ $address })
window-adapter-over-ipv6 = { $name } (nur IPv6)
window-adapter-again = Eingesteckt: noch einmal nachsehen
window-adapter-only-one = Bisher ist nur ein Weg hinaus bekannt. Stecken Sie das Handy ein, und drücken Sie den Knopf. Oder verbinden Sie sich mit seinem Hotspot, und ziehen Sie das Kabel des Büros.
window-ask-colleague = Code machen
    .title = Einen Kollegen zu Hause bitten
    .lead = Er startet dieses Programm, fügt Ihren Code ein und drückt einen Knopf. Dann schickt er Ihnen einen kurzen Code zurück.
window-helper = Helfer klopfen lassen
    .title = Ein Helfer, der immer draußen steht
    .lead = Vielleicht betreibt der Hersteller Ihrer Telefonanlage oder Ihr Techniker einen. Fügen Sie den Link ein, den Sie bekommen haben. Er klopft nur an der Adresse, die ihn bittet.
window-helper-hint = https://…
window-hand-over = Code übergeben
    .title = Schicken Sie diesen Code Ihrem Kollegen
    .lead = Per Mail, per Chat oder vorgelesen. Er nennt nur Ihre Straßenadresse und die Eingänge, an denen geklopft wird.
window-copy-code = Code kopieren
window-copy-link = Als Link kopieren
window-expires = Gültig bis { $until }
window-qr = Derselbe Code für eine Kamera
window-give-result = Antwort lesen
    .title = Der Code, der zurückkam
    .lead = Fügen Sie ihn hier ein.
window-code-hint = Den ganzen Code einfügen
window-street = Straßenadresse
    .title = Wie lautet Ihre Straßenadresse?
    .lead = Bisher konnte sie niemand nennen. Ihr Internetanbieter kann es, oder jedes Telefon draußen, das geht. Ohne sie weiß man nicht, wo man klopfen soll.
window-street-hint = zum Beispiel 203.0.113.7
window-street-typed = Diese Adresse haben Sie getippt. Ist eine Ziffer falsch, wird bei Fremden geklopft.
window-street-other = Andere Adresse nehmen
window-street-clear = Diese Adresse zurücknehmen
window-stun = Ein Server, der Anrufern ihre Adresse sagt
    .lead = Oder nennen Sie einen Server im Internet, der jedem, der fragt, seine Adresse sagt. Nur dieser wird gefragt, einmal, und erst nach Ihrem Ja.
window-stun-hint = zum Beispiel stun.example.com
window-stun-ask = Ja, { $server } fragen
window-wrong-server = Das ist kein Servername und keine Adresse.
window-provider = Der Server Ihres Telefonanbieters
    .lead = Ist der Weg zu Ihrem Telefonanbieter frei? Tippen Sie den Servernamen, der in der Telefonanlage steht, und er wird einmal gefragt, ob er antwortet.
window-provider-hint = zum Beispiel phones.example.com
window-provider-try = Anbieter probieren
window-copy-ways-out = Tabelle kopieren
window-safety = Zwei weitere Tests, nur wenn Sie wollen
    .lead = Sie probieren, was ein Fremder auf der Straße probieren könnte. Nichts klingelt, und nichts wird geändert.
    .street = Drinnen kennt die Telefonanlage vielleicht ihre eigenen Leute. Um es wie ein Fremder zu versuchen, geben Sie das Internet eines Handys per Kabel frei, und wählen Sie das Handy hier. Versucht wird nur ein Eingang, der auf ein Klopfen von draußen geantwortet hat.
window-safety-guest-calls = Als Fremder anrufen
window-safety-name-leak = Namen vergleichen
window-safety-extension = Nummer irgendeines Telefons im Büro
window-safety-extension-hint = zum Beispiel 201
window-safety-your-extension = der Nummer unten
window-safety-wrong-extension = Das kann keine Nummer eines Telefons sein.
window-safety-from = Gemacht von
window-safety-from-inside = hier, im Büro
window-safety-made = { $from ->
        [outside] Von der Straße aus
       *[inside] Vom Büro aus
    }, { $at }

window-offer-everyone = Ohne Gästeliste sind diese Eingänge für alle im Internet offen, bis der Router sie wieder verschließt. Zum Ausprobieren ist das in Ordnung. Soll es bleiben, dann nennen Sie die Gäste.
window-offer-guests = Ihre Gästeliste geht dabei nicht mit: So geöffnet, lassen die Türen jeden klopfen. Damit Fremde draußen bleiben, legen Sie die Regeln mit der Liste von Hand an, oder tragen Sie die Liste in der Telefonanlage ein.
window-offer-over-ipv6 = Die neuere Art von Adresse
    .lead = Ihr Gebäude hat eine zweite, neuere Art von Adresse (IPv6), und Ihr Router kann Telefone auch dort hereinlassen. Nach einem Tag endet das von selbst, wenn dieses Programm nicht weiter beobachtet. Sie brauchen es nur, wenn ein Telefon draußen die ältere Art nicht benutzen kann.
window-offer-over-ipv6-wanted = Telefone auch dort hereinlassen
window-offer-nothing = Es gibt nichts, was der Router für Sie öffnen könnte. Was noch fehlt, wird von Hand gemacht.
window-offer-open-one = Ein Eingang zum Öffnen
window-offer-open-many = { $count } Eingänge zum Öffnen
window-offer-by-hand-one = Ein Eingang, den Sie von Hand machen
window-offer-by-hand-many = { $count } Eingänge, die Sie von Hand machen
window-offer-there-one = Ein Eingang ist schon da
window-offer-there-many = { $count } Eingänge sind schon da
window-offer-locked-one = Ein Schrank bleibt verschlossen
window-offer-locked-many = { $count } Schränke bleiben verschlossen
window-offer-out-one = Ein Weg nach draußen, der frei bleiben muss
window-offer-out-many = { $count } Wege nach draußen, die frei bleiben müssen
window-approve-one = Diesen Eingang öffnen
window-approve-many = Diese { $count } Eingänge öffnen
window-i-make-them = Von Hand machen
window-show-by-hand = Anleitung zeigen

window-opening-safe = Jeder Eingang wird vor dem Öffnen aufgeschrieben und danach nachgelesen. Abbrechen lässt nichts halb fertig.
window-change-label = { $protocol } { $ports } an { $client }
window-change-waiting = wartet
window-change-minutes = Er bleibt { $count ->
        [0] weniger als eine Minute
        [one] { $count } Minute
       *[other] { $count } Minuten
    } offen, dann verschließt er sich von selbst.
window-change-hours = Er bleibt { $count } Stunden offen, dann verschließt er sich von selbst.
window-change-days = Er bleibt { $count } Tage offen, dann verschließt er sich von selbst.
window-repair = Neu einsetzen …
window-repair-ask = Solange der Eingang herausgenommen ist, brechen Anrufe ab. Telefoniert gerade jemand? Angerührt wird nur, was dieses Programm gemacht hat, und es wird auf jeden Fall wieder eingesetzt.
window-repair-now = Niemand telefoniert: jetzt tun
window-repair-later = Jetzt nicht
window-there = Auf der Telefonanlage selbst
    .lead = Ihr Router öffnet nur dem Gerät, das fragt. Dort kann dieses Programm für Sie fragen. Kopieren Sie das kleine Programm auf die Telefonanlage, und starten Sie dies:
window-copy-command = Befehl kopieren
window-change-stays = Er bleibt offen, bis Sie ihn zurücknehmen.
window-change-code = Der Grund des Routers: { $code }
window-make-it-last = Auf Dauer einrichten
window-undo-all-one = Zurücknehmen
window-undo-all-many = Alles zurücknehmen
window-undo-one = { $name } zurücknehmen
window-undo = Von diesem Programm geöffnet
    .lead = Der Router lässt sich wieder so einstellen, wie er war.

window-guide-add-rule = Legen Sie für jede Zeile der Tabelle oben eine Regel an. Schreiben Sie alles genau so ab, wie es dort steht. Speichern Sie am Ende.
window-rules = Diese Regeln machen
window-no-rules = Es ist keine Regel zu machen.
window-check-other = Die andere prüfen
window-own-system = Meine Telefonanlage hat andere Nummern
    .lead = Wählen Sie oben die, der sie am meisten gleicht. Sagen Sie dann, was anders ist, und behalten Sie sie unter einem eigenen Namen.
window-own-name = Ein Name dafür
window-own-bell = Nummer der Tür für Anrufe, wenn sie anders ist
window-own-voices = Erste und letzte Nummer der Türen für Stimmen, wenn sie anders sind
window-own-keep = Behalten und wählen
window-copy-rules = Tabelle kopieren
window-copy-commands = Kopieren: { $what }
window-rules-everyone = Diese Regeln lassen jeden herein. Kann Ihr Router die Absender einschränken, dann tragen Sie dort die Adressen Ihrer Gäste ein.
window-knock-now = Von draußen klopfen

window-recheck = Neu prüfen
window-knock-again = Von draußen klopfen
window-plan-again = Plan zeigen
window-results-by-hand = Anleitung zeigen
window-start-over = Neu fragen
window-findings = Was zu tun ist
window-no-findings = Nichts zu tun
window-notes = Gut zu wissen
window-do-this = Tun Sie das
window-explains = Das erklärt auch:
window-technician = Für den Techniker
window-heard-both-ways = Bestätigen: Ein Testanruf heute hatte Ton in beide Richtungen
window-entrances = Eingänge
window-no-entrances = Für das, was Sie gesagt haben, braucht es keinen Eingang.
window-entrance-seen = Innen: { $inside }. Router: { $router }. Draußen: { $outside }.
window-doorman = Der Pförtner
    .lead = Wir haben Briefe an ihm vorbeigeschickt und jede Zeile mit dem verglichen, was draußen ankam.
    .none = Jeder Brief kam an, wie er abgeschickt wurde. Kein Pförtner öffnet sie.
window-letter-untouched = kam an wie abgeschickt
window-letter-rewritten = kam mit anderen Zeilen an
window-letter-lost = kam nie an
window-letter-answer-lost = kam an, und die Antwort ging verloren
window-letter-not-sent = nicht abgeschickt
window-letter-back = Auf dem Rückweg:
window-letter-sent = { $line }: abgeschickt
window-letter-arrived = { $line }: angekommen als
window-letter-absent = (nichts)
window-streets = Gesehen von jeder Straße
window-street-saw = { $from }: { $said } ({ $at })
window-walked-colleague = Ein Kollege hat von { $from } aus geklopft, { $at }
window-walked-step-outside = Dieser Computer hat von { $from } aus geklopft, { $at }
window-walked-helper = Ein Helfer hat von { $from } aus geklopft, { $at }
window-walked-colleague-somewhere = Ein Kollege hat geklopft, { $at }
window-walked-step-outside-somewhere = Dieser Computer hat geklopft, { $at }
window-walked-helper-somewhere = Ein Helfer hat geklopft, { $at }
window-not-walked = Noch hat niemand von draußen geklopft.
window-cabinets = Bleibt verschlossen
window-cabinets-open-one = Ein Schrank steht zur Straße offen
window-cabinets-open-many = { $count } Schränke stehen zur Straße offen
window-cabinets-shut-one = Der eine Schrank wurde von draußen probiert und ist verschlossen
window-cabinets-shut-many = Alle { $count } Schränke wurden von draußen probiert und sind verschlossen
window-cabinets-some = { $shut } von { $total } Schränken wurden von draußen probiert und sind verschlossen
window-cabinets-unseen-one = Ein Schrank, noch nicht von draußen probiert
window-cabinets-unseen-many = { $count } Schränke, noch nicht von draußen probiert
window-cabinets-list = Jeder Schrank
window-since = Seit { $at }
window-happened = Während dieses Fenster offen war
    .action = Prüfen Sie noch einmal, um das ganze Bild zu sehen.
window-other-owner = Dieses Programm läuft noch einmal und behält dieses Büro im Auge (Prozess { $pid }, seit { $since })
window-history = Frühere Prüfungen
window-history-list = Jede Prüfung und was dazwischen geschah
window-history-check = { $verdict }, { $proved } von { $total } von draußen bewiesen
window-history-more = Ältere zeigt „entrance history“ in einem Terminal
window-since-same = Nichts hat sich geändert
window-since-still = Noch nicht, wie es sein soll: { $service }
window-advice = Damit es sicher bleibt
window-ticked = Erledigt am { $date }
window-support = Nachricht an den Support kopieren
    .title = Drei Versuche sind genug
    .lead = Schicken Sie das dem Support Ihrer Telefonanlage. Es sagt, was versucht wurde und was dabei herauskam, mit verdeckten privaten Angaben.

window-drawer = Für den Techniker: alle Einzelheiten
    .lead = Genau und vollständig. In dem, was Sie hier kopieren, sind private Angaben verdeckt.
window-copy-masked = Bericht kopieren
window-save = Mit Adressen und Namen speichern
    .name = Separate Entrance Bericht { $at }
window-save-masked = Bericht speichern
    .name = Separate Entrance Bericht { $at } verdeckt
window-saved = Gespeichert als { $path }, und daneben dasselbe als Daten (.json) für einen Techniker.
window-evidence-table = Fragen und Antworten
window-no-evidence = Noch wurde nichts gefragt.
window-mapping-table = Die Liste des Routers
window-no-mappings = Der Router führt keinen Eingang auf oder wurde nicht gefragt.
window-mapping-ours = (von diesem Programm)
window-mapping = { $protocol } { $outside } an { $client }:{ $inside }, Laufzeit { $lease } s, „{ $description }“ { $ours }
window-evidence = { $vantage } { $service } { $protocol } { $target }: { $outcome }, { $elapsed } ms { $seen }
window-to-compare = zum Vergleich
window-vantage-inside = innen
window-vantage-router = Router
window-vantage-outside = draußen
window-column-at = Zeit
window-column-from = von
window-column-service = Dienst
window-column-protocol = Protokoll
window-column-target = Ziel
window-column-outcome = Ergebnis
window-column-elapsed = ms
window-column-seen = gesehen
window-drawer-router = Router { $address }, WAN { $wan }, nächster Sprung { $hop }, öffnet auf Wunsch: { $control }
window-drawer-adapter = Adapter { $name } { $address }/{ $prefix }
window-drawer-program = { $name } { $version }, begonnen { $at }, Dauer { $took } ms

window-paste-code = Code einfügen
    .title = Der Code von Ihrem Kollegen
    .lead = Fügen Sie ihn hier ein. Nichts wird gesendet, bevor Sie gesehen haben, worum er bittet.
window-read-code = Code lesen
window-asked = Worum gebeten wird
    .title = Klopfen an { $address }
    .lead = Telefonanlage: { $system }. Der Code gilt bis { $until }.
window-asked-doors-one = Ein Eingang, und die Schränke, die verschlossen sein müssen:
window-asked-doors-many = { $count } Eingänge, und die Schränke, die verschlossen sein müssen:
window-agree-promise = Jeder wird einmal gefragt, höflich, von diesem Computer aus. Kein Passwort wird probiert, und nichts wird geändert.
window-agree = Ja, dort klopfen
window-own-street = Ihre eigene Straßenadresse
    .lead = Nur wenn Sie sie wissen: Eine Webseite, die die eigene Adresse zeigt, sagt sie. Wo Ihnen niemand antwortet, sagt sie dem Büro, wen es hereinlassen soll.
window-hand-back = Zurückgeben
    .title = Fertig. Schicken Sie diesen Code zurück
    .lead = Er sagt, was geantwortet hat. Nur das Büro, das Sie eingeladen hat, kann ihn als Antwort lesen.

window-plate-calls = Anrufe
window-plate-voices = Stimmen
window-plate-fax = Fax
window-plate-other-office = Standort
window-plate-hud = HUD
window-plate-chat = Chat
window-plate-pages = Seiten
window-plate-data = Daten
window-plate-cabinet = Schrank

window-picture-your-address = Ihre Adresse
window-picture-no-address = unbekannt
window-picture-own-door = Ihre Haustür
window-picture-phone-system = Ihre Telefonanlage
window-picture-phone-system-at = Telefonanlage { $address }
window-picture-doorman = der Pförtner öffnet Briefe
window-picture-locked = verschlossen
window-picture-open-cabinet = steht offen!
window-picture-cabinets = Schränke
window-picture-building = zweites Gebäude
window-picture-tower = Hochhaus
window-picture-not-walked = noch nicht geklopft
window-picture-walked = geklopft { $at }
window-picture-promise-walker = klopf, klopf
window-picture-said = Ihr Gebäude unter { $address }
window-picture-said-nowhere = Ihr Gebäude. Noch niemand hat seine Straßenadresse gesehen
window-picture-door = { $plate }: { $verdict }
window-picture-promise = Eine Straße mit Ihrem Gebäude. Neben Ihrer eigenen Haustür sind separate Eingänge für Anrufe, Stimmen und HUD, jeder mit einer Lampe, und alle führen zur Telefonanlage. Schränke daneben bleiben verschlossen. Jemand draußen klopft
