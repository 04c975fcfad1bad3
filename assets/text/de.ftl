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
#   test call = Testanruf · report = Bericht · mapping = Weiterleitung · port forward = Portweiterleitung

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

several-routers = In Ihrem Büro antwortet mehr als ein Router
    .meaning = Ihr Gebäude hat mehr als eine Mauer mit einem Tor. Nur eine davon steht an der Straße. Die Eingänge gehören in diese.
    .action = Nehmen Sie den Router, der an der Straße steht. Die Einzelheiten nennen ihn.
    .detail = { $count } Gateways haben geantwortet. Die Standardroute geht über { $router }; dieser führt ins Internet. Weiterleitungen auf einem anderen Gateway nützen nur Besuchern, die an dessen eigene Adresse kommen.

carrier-shared-address = Ihr Internetanbieter hat Ihnen keine eigene Adresse gegeben
    .meaning = Stellen Sie sich ein Zimmer in einem Hochhaus mit gemeinsamer Haustür vor. In Ihre eigene Mauer können Sie Eingänge machen, aber die Besucher stehen noch vor der gemeinsamen Tür. Nur der Vermieter, Ihr Internetanbieter, kann Ihnen eine eigene Haustür geben.
    .action = Rufen Sie Ihren Internetanbieter an, und bitten Sie um eine eigene öffentliche IPv4-Adresse. Manche nennen sie feste Adresse. Prüfen Sie dann noch einmal.
    .detail = Carrier-grade NAT (RFC 6598, 100.64.0.0/10). Router { $router }: WAN-Adresse { $wan }, nächster Sprung nach außen { $hop }. Über IPv4 ist keine Portweiterleitung dieses Routers aus dem Internet erreichbar. Eine Adresse aus 192.0.0.0/29 bedeutet dort einen Anschluss ganz ohne eigenes IPv4 (DS-Lite, 464XLAT): Er ist nur über IPv6 erreichbar.

public-address-differs = Die Straße sieht eine andere Adresse als Ihr Router
    .meaning = Ihr Router sagt, Sie wohnen unter der einen Adresse. Besucher sehen Sie unter einer anderen. Vielleicht teilen Sie sich eine Haustür mit anderen, haben einen zweiten Internetanschluss oder stecken in einem VPN.
    .action = Schalten Sie jedes VPN aus, und ziehen Sie einen zweiten Internetanschluss kurz ab. Prüfen Sie dann noch einmal. Sind die Adressen immer noch verschieden, dann bitten Sie Ihren Internetanbieter um eine eigene öffentliche Adresse.
    .detail = Der Router hat die WAN-Adresse { $wan }; die andere Auskunft über dieses Büro lautet { $address } (Quelle: { $from }). Drei Ursachen: (1) Carrier-grade NAT hinter einer WAN-Adresse, die öffentlich aussieht: Der Unterschied bleibt auch mit nur einem Anschluss und ohne VPN; (2) ein zweiter Anschluss oder Lastverteilung: Die Außenadresse ist die des anderen Anschlusses oder wechselt; (3) ein VPN: Die Außenadresse gehört dem VPN-Betreiber.

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
    .action = Öffnen Sie die Statusseite Ihres Routers, und suchen Sie seine Internetadresse. Tippen Sie sie hier ein, und prüfen Sie dann noch einmal.
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
        [not-this-one] Der Torwächter würde eine andere Tür geben, aber nicht genau diese. Jemand anderer hat sie, oder er darf sie nicht hergeben. Die Telefone draußen kennen nur diese eine.
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
    .meaning = Die Tür, die Sie brauchen, ist da, aber auf dem Namensschild steht jemand anderer. Wir nehmen niemandem eine Tür weg.
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

mapping-missing = Diesen Eingang gibt es noch nicht
    .meaning = Ein Besucher hat geklopft und nichts gehört. Wir wissen von keiner Tür in der Außenmauer, die zu Ihrer Telefonanlage führt.
    .action = Öffnen Sie den Eingang. Sie sehen jede Änderung, bevor sie gemacht wird.
    .detail = { $services } ({ $ports }): { $list ->
        [read] Der Router führt keine Weiterleitung auf
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

mapping-expires = Dieser Eingang verschließt sich an einem Tag von selbst
    .meaning = Ihr Router hat die Tür nur für eine bestimmte Zeit geöffnet. Nach diesem Tag verschließt sie sich von selbst, und Anrufe bleiben ohne Warnung aus.
    .action = Machen Sie die Regel von Hand in Ihrem Router. Dann bleibt sie. Lassen Sie bis dahin dieses Programm offen, oder starten Sie „entrance watch“: Es verlängert, was es geöffnet hat.
    .detail = Die Laufzeit (lease) von { $ports } ({ $services }) endet, die erste um { $until }. Router der Version 2 geben höchstens 604800 Sekunden (7 Tage), auch wenn man um kein Ende bittet.

mapping-listed-but-dead = Ihr Router führte einen Eingang auf, der nicht ging
    .meaning = Das Namensschild war da, aber die Tür dahinter klemmte. Herausnehmen und wieder Einsetzen hat geholfen. Sie kann wieder klemmen.
    .action = Machen Sie diese Regel von Hand, damit sie hält. Installieren Sie dann die Updates Ihres Routers.
    .detail = { $services }: aufgeführt und richtig, innen beantwortet, von draußen stumm; nach Löschen und neuem Anlegen der Weiterleitung kam von draußen eine Antwort.

range-too-long-for-router = Stimmen brauchen mehr Türen, als Ihr Router einzeln öffnet
    .meaning = Jeder Anruf braucht zwei kleine Türen für seinen Ton. Ein Router, der sie einzeln öffnet, hat bald keinen Platz mehr. Eine einzige Regel von Hand umfasst sie alle.
    .action = Machen Sie eine einzige Regel von Hand für alle zusammen. Die Anleitung zeigt die Nummern zum Abschreiben.
    .detail = Der Sprachbereich { $range } kann oder sollte nicht Port für Port weitergeleitet werden: Viele Tabellen fassen 32 Einträge, und aufgeräumt wird oft schon ab 20. Gleichzeitige Anrufe: { $calls }. Zwei Ports je Anruf plus zwei ergeben { $proposed }. Den Bereich auf der Telefonanlage auf das kürzen, was die Anrufe brauchen, und ihn dann als eine einzige UDP-Regel weiterleiten.

