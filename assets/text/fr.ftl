# Français. On dit vous. Phrases courtes et simples. Les mots techniques restent dans .detail, .term, le guide et les
# règles. Un silence n’est jamais appelé « fermé ». Avant : ; ? ! et dans les guillemets : l’espace insécable ordinaire,
# car la fenêtre coupe les lignes à l’espace fine.
#
# L’image, un mot pour chaque chose :
#   separate entrance = entrée (séparée) · door = porte · outer wall = mur extérieur, mur · street address =
#   adresse de rue · house number = numéro de rue · street number of a door = numéro de porte · room = pièce ·
#   name plate = plaque · guest list = liste des invités · locked cabinet = armoire qui reste verrouillée ·
#   gatekeeper (UPnP) = gardien · doorman (SIP ALG) = portier · guard (fail2ban, filtre) = vigile ·
#   visitor = visiteur · to knock = frapper · stranger = inconnu · bell = sonnette · letters = lettres ·
#   doors for voices = portes des voix · tower = tour à porte commune · landlord = propriétaire ·
#   second building = second bâtiment
# Les choses du programme :
#   phone system = standard téléphonique, standard · desk phone = téléphone de bureau · extension = poste ·
#   phone company = opérateur téléphonique · internet company = fournisseur d’accès · phone outside = téléphone
#   à l’extérieur · other office = autre site · check = vérification, vérifier · plan = plan · rule = règle ·
#   by hand = à la main · helper = assistant · standing helper = assistant permanent · witness = témoin ·
#   code = code · practice office = bureau d’entraînement · colleague = collègue · test call = appel d’essai ·
#   report = rapport · mapping = redirection · port forward = redirection de port

not-known = inconnu
count-entrances = { $count ->
    [one] { $count } entrée
   *[other] { $count } entrées
}

## Findings: your network and your router

no-network = Cet ordinateur n’est relié à aucun réseau
    .meaning = Vous êtes dans une pièce sans porte. D’ici, personne ne voit la rue, ni peut-être même votre routeur.
    .action = Branchez le câble réseau, ou connectez-vous au Wi-Fi de votre bureau. Puis vérifiez de nouveau.
    .detail = Aucune carte réseau n’a de route par défaut : rien ne peut être mesuré au-delà du réseau propre à cet ordinateur.

vpn-in-the-way = Un VPN se dresse entre cet ordinateur et votre bureau
    .meaning = Un VPN est un tunnel vers un autre bâtiment. Tant qu’il est actif, vous voyez les murs de ce bâtiment-là et non les vôtres.
    .action = Coupez le VPN pendant quelques minutes. Puis vérifiez de nouveau.
    .detail = La route par défaut sort par { $adapter }, qui est un VPN, un tunnel ou une carte virtuelle. La passerelle et l’adresse publique vues à travers lui appartiennent au VPN et non au bureau.

router-not-found = Votre routeur ne prend pas de demandes : on fera à la main
    .meaning = Le mur extérieur est là, mais personne au portail ne prend de commandes. Vous ferez donc les entrées vous-même. C’est tout à fait normal, et de telles règles durent plus longtemps.
    .action = Faites { $proved ->
        [yes] comme avant, sans rien changer : un visiteur a prouvé que les règles faites à la main sont bonnes.
       *[no] les entrées à la main. Le guide de votre routeur montre chaque étape.
    }
    .detail = La passerelle par défaut { $router } ne répond ni à UPnP (SSDP, multicast et unicast), ni à PCP, ni à NAT-PMP (UDP 5351). UPnP est peut-être désactivé dans ses réglages, ou ce réseau isole les appareils les uns des autres (Wi-Fi invité).

local-network-denied = Cet ordinateur tient le programme hors du réseau du bureau
    .meaning = Un portier à la porte de cet ordinateur laisse sortir le programme dans la rue, mais pas dans le couloir. Il ne peut donc interroger ni votre routeur ni votre standard. On ne sait encore rien d’eux.
    .action = Autorisez le programme à parler à votre propre réseau, puis vérifiez de nouveau.{ $system ->
        [macos] {" "}Ouvrez le menu Apple, « Réglages Système », « Confidentialité et sécurité », « Réseau local », et activez-le là. Si votre Mac vous le demande à l’instant, choisissez « Autoriser ».
        [windows] {" "}Regardez le pare-feu ou le logiciel de protection de cet ordinateur : il retient ce que ce programme envoie.
       *[other] {" "}Regardez le pare-feu de cet ordinateur : il retient ce que ce programme envoie.
    }
    .detail = L’envoi vers 239.255.255.250 UDP 1900 et vers la passerelle { $router } a échoué sur cet ordinateur même, avant que rien n’en sorte. { $system ->
        [macos] macOS 15 et suivants répondent aussitôt « no route to host » (EHOSTUNREACH) à un programme sans l’autorisation « Réseau local ». Il demande une fois, au premier essai, et y liste le programme dès lors. Un VPN ou un filtre de paquets avec une règle contre le réseau local a le même effet.
        [windows] WSAEACCES : une règle de sortie du pare-feu Windows ou d’une suite de sécurité.
       *[other] EPERM ou EHOSTUNREACH : une règle pour les paquets sortants, un VPN qui coupe le réseau local, ou un bac à sable.
    }

replies-blocked = Cet ordinateur ne laisse pas entrer la réponse de votre routeur
    .meaning = Le programme a appelé, et { $what ->
        [datagrams] aucune réponse de la sorte courte n’entre dans cet ordinateur. Un tel silence ne dit donc rien de votre routeur ni de votre standard.
       *[search] la réponse du routeur n’est pas entrée, alors que le routeur est là.
    } Le plus souvent, un pare-feu de cet ordinateur la retient.
    .action = Laissez passer ce programme par le pare-feu de cet ordinateur, puis vérifiez de nouveau.{ $system ->
        [windows] {" "}Ouvrez « Paramètres », « Confidentialité et sécurité », « Sécurité Windows », « Pare-feu et protection du réseau », « Autoriser une application via le pare-feu », et cochez ce programme pour les réseaux privés.
       *[other] {""}
    }{ $found ->
        [yes] {" "}Ou continuez simplement : le routeur a été trouvé par un autre chemin.
       *[no] {""}
    }
    .detail = { $what ->
        [datagrams] Un serveur de noms du bureau a répondu en TCP, et pas à la même question en UDP : l’UDP entrant est rejeté par cet ordinateur. Les réponses à SSDP (UDP 1900), PCP et NAT-PMP (UDP 5351), SIP en UDP et DNS ne sont pas entendues ; ces lignes disent donc « n’a pas pu demander ».
       *[search] La passerelle { $router } n’a pas répondu à SSDP (UDP 1900), ni au multicast ni à sa propre adresse, et s’est décrite en HTTP à l’un des endroits habituels. Un Wi-Fi qui perd le multicast, avec un routeur qui ne répond à rien d’autre, a le même effet.
    } { $system ->
        [windows] Windows laisse entrer les réponses à un multicast pendant trois secondes environ. Une règle créée par « Annuler » quand son pare-feu a demandé, la stratégie « Interdire les réponses monodiffusion à des demandes de multidiffusion ou de diffusion », ou une suite de sécurité les retient.
        [macos] Regardez « Réglages Système », « Réseau », « Coupe-feu », et les suites de sécurité.
       *[other] Les règles à états ne connaissent pas les réponses à un multicast : laissez entrer l’UDP du port 1900 du routeur, et pour le reste l’UDP des connexions établies.
    }

several-routers = Plus d’un routeur répond dans votre bureau
    .meaning = Votre bâtiment a plus d’un mur avec un portail. Un seul donne sur la rue. C’est dans celui-là qu’il faut les entrées.
    .action = Utilisez le routeur qui donne sur la rue. Les détails le nomment.
    .detail = { $count } passerelles ont répondu. La route par défaut passe par { $router } ; c’est lui qui mène à Internet. Les redirections sur une autre passerelle ne servent qu’aux visiteurs qui viennent à l’adresse propre de celle-ci.

carrier-shared-address = Votre fournisseur d’accès ne vous a pas donné d’adresse à vous
    .meaning = Imaginez une pièce dans une tour à porte commune. Vous pouvez faire des entrées dans votre mur, mais les visiteurs restent devant la porte commune. Seul le propriétaire, votre fournisseur d’accès, peut vous donner une porte à vous.
    .action = Appelez votre fournisseur d’accès et demandez une adresse IPv4 publique à vous. Certains l’appellent adresse fixe. Puis vérifiez de nouveau.{ $newer ->
        [answered] {" "}En attendant, les téléphones peuvent entrer par la nouvelle sorte d’adresse, si leur propre ligne l’a aussi : réglez-y { $newer_address }, ou un nom qui y mène.
        [offered] {" "}Ou laissez entrer les téléphones par la nouvelle sorte d’adresse, qui n’a pas besoin de porte commune : votre routeur l’ouvre pour le standard lui-même.
        [there] {" "}Ou faites-vous aider pour la nouvelle sorte d’adresse : votre ligne l’a, et elle n’a pas besoin de porte commune.
       *[none] {""}
    }
    .detail = Carrier-grade NAT (RFC 6598, 100.64.0.0/10). Routeur { $router } : adresse WAN { $wan }, saut suivant vers l’extérieur { $hop }. Aucune redirection de port de ce routeur n’est joignable depuis Internet en IPv4. Une adresse de 192.0.0.0/29 à cet endroit signifie une ligne sans aucun IPv4 propre (DS-Lite, 464XLAT) : elle n’est joignable qu’en IPv6.{ $newer ->
        [answered] {" "}En IPv6, le standard lui-même a répondu à un visiteur à { $newer_address } ; les téléphones, lignes mobiles et invités qui n’ont que l’IPv4 ne peuvent toujours pas entrer.
        [offered] {" "}En IPv6, le routeur accepte des trous (pinholes) : entrance open --ipv6, sur le standard.
        [there] {" "}Le bureau a l’IPv6 ; son routeur n’offre pas de trous (pinholes), la règle s’y fait donc à la main.
       *[none] {""}
    }

public-address-differs = La rue voit une autre adresse que votre routeur
    .meaning = Votre routeur dit que vous habitez à une adresse. Les visiteurs vous voient à une autre. Vous partagez peut-être une porte d’entrée, vous avez une seconde ligne Internet, ou vous êtes dans un VPN.
    .action = Coupez tout VPN et débranchez un instant la seconde ligne Internet. Puis vérifiez de nouveau. Si les adresses diffèrent encore, demandez à votre fournisseur d’accès une adresse publique à vous.
    .detail = Le routeur a l’adresse WAN { $wan } ; l’autre indication pour ce bureau est { $address } (source : { $from ->
        [stun] un serveur STUN
        [typed] ce que vous avez tapé
       *[outside] vu de l’extérieur
    }). Trois causes : (1) un carrier-grade NAT derrière une adresse WAN d’apparence publique : la différence reste avec une seule ligne et sans VPN ; (2) une seconde ligne ou une répartition de charge : l’adresse extérieure est celle de l’autre ligne, ou change ; (3) un VPN : l’adresse extérieure appartient à la société du VPN.

public-address-unknown = Personne n’a pu dire votre adresse de rue
    .meaning = Les visiteurs ont besoin de votre adresse de rue pour vous trouver. Votre routeur ne la dit pas, et personne d’autre n’a été interrogé.
    .action = Tapez le nom de serveur réglé dans les téléphones à l’extérieur. Ou tapez votre adresse de rue. Une page web qui montre votre adresse peut aider, si vous l’ouvrez au bureau.
    .detail = Le routeur n’a donné aucune adresse WAN publique, et aucun nom ni aucune adresse des téléphones à l’extérieur n’y mène. Moyens de l’apprendre : la page d’état du routeur, le nom qu’utilisent les téléphones à l’extérieur, la parole du propriétaire du bureau, ou un passage par l’extérieur.

second-router = Un second routeur se tient devant le vôtre
    .meaning = Un second bâtiment entoure le vôtre. Sa porte extérieure a besoin d’une entrée, elle aussi. Sans elle, les visiteurs n’arrivent jamais à votre propre mur.
    .action = Cherchez l’appareil extérieur. C’est souvent la box ou le modem de votre fournisseur d’accès. Mettez-le en mode bridge, ou faites-y les mêmes entrées, qui mènent à votre routeur. S’il n’y a pas de tel appareil, demandez à votre fournisseur d’accès une adresse publique à vous.
    .detail = Double NAT. Routeur { $router } : adresse WAN { $wan }, saut suivant vers l’extérieur { $hop } ; elle est privée (RFC 1918). Mettre le routeur extérieur en mode bridge, ou y rediriger les mêmes ports vers l’adresse WAN de ce routeur. S’il n’y a pas d’appareil extérieur dans le bâtiment, le réseau privé est peut-être celui de l’opérateur : lui seul peut alors aider. L’appareil extérieur tel qu’il répond ici : { $outer }.

wan-address-unknown = Votre routeur ne dit pas son adresse de rue
    .meaning = Le mur n’a pas de numéro côté rue. La ligne est peut-être coupée, un autre mur se dresse peut-être dehors, ou le routeur garde le numéro pour lui.
    .action = Ouvrez la page d’état de votre routeur et cherchez son adresse Internet. Continuez ensuite jusqu’à l’étape où l’on frappe de l’extérieur, et tapez-la là.
    .detail = Le routeur { $router } ne donne aucune adresse WAN utilisable (vide, ou 0.0.0.0). Certains logiciels de routeur (miniupnpd) répondent ainsi quand leur côté WAN est privé ou partagé. Le saut suivant vers l’extérieur ne montre rien non plus.

router-refuses-other-devices = Votre routeur laisse chaque appareil ouvrir sa seule entrée
    .meaning = Le gardien est prudent. Chaque appareil peut demander une porte pour lui-même et pour personne d’autre. Cet ordinateur ne peut donc pas demander pour le standard. Rien n’est cassé.
    .action = Faites l’entrée à la main. Le guide de votre routeur montre chaque étape. Ou lancez ce programme sur le standard lui-même, qui a le droit de demander : la commande est donnée avec ceci.
    .detail = Le routeur { $router } a refusé { $ports } ({ $services }) avec l’erreur UPnP { $code }. 606, ou 718 alors que personne n’a le port, signifie le mode sûr (secure mode) : un appareil ne peut rediriger que vers sa propre adresse. Une règle faite à la main n’est pas concernée ; ce programme non plus, quand il tourne sur le standard lui-même : { $command }{ $elsewhere ->
        [yes] {" "}Le standard est dans un autre réseau que cet ordinateur (VLAN ou sous-réseau) : certains routeurs n’ouvrent qu’aux appareils du réseau de celui qui demande. Ce programme, lancé sur le standard lui-même, distingue les deux cas.
       *[no] {""}
    }

router-refuses = Votre routeur n’ouvre pas cette entrée sur demande
    .meaning = { $why ->
        [no-address] Le mur n’a pas de numéro côté rue. Tant qu’il en est ainsi, le gardien n’ouvre de porte à personne.
        [another-nat] Un autre mur se dresse entre cet ordinateur et votre routeur. Le gardien voit quelqu’un d’autre demander, et il n’ouvre rien aux inconnus.
        [forbidden] On a demandé au gardien une porte pour cet appareil même, et il n’a pas le droit d’en donner. Rien n’est cassé. Quelqu’un le lui a dit, ou il est arrivé ainsi.
        [not-this-one] Le gardien donnerait une autre porte, mais pas celle-ci. Quelqu’un d’autre l’a, ou il n’a pas le droit de la donner. Les téléphones à l’extérieur ne connaissent que celle-ci.
       *[unknown] On a demandé au gardien, et il a dit non. Sa raison n’en dit pas plus.
    }
    .action = Regardez { $why ->
        [no-address] la page d’état de votre routeur. Si la ligne est coupée, appelez votre fournisseur d’accès. Si la ligne marche, demandez-lui une adresse publique à vous.
        [another-nat] quel mur se trouve entre les deux. C’est souvent une machine virtuelle cachée derrière son ordinateur. Donnez-lui une adresse à elle dans le réseau de votre bureau.
        [forbidden] dans les réglages de votre routeur la liste des appareils qui peuvent ouvrir des entrées, et autorisez celui-ci. Ou faites l’entrée à la main.
        [not-this-one] la liste des règles de votre routeur. Si une règle a ce numéro et que personne n’en a besoin, supprimez-la. S’il n’y en a pas, faites l’entrée à la main.
       *[unknown] le guide de votre routeur, et faites l’entrée à la main.
    }
    .detail = Le routeur { $router } a refusé { $ports } avec l’erreur { $code }. { $why ->
        [no-address] Il n’a pas d’adresse WAN utilisable : NETWORK_FAILURE (PCP 7, NAT-PMP 3), ou UPnP 501 avec une adresse vide, comme répond miniupnpd derrière un autre NAT.
        [another-nat] ADDRESS_MISMATCH (PCP 12) : la demande lui est arrivée d’une autre adresse que celle d’où elle est partie.
        [forbidden] NOT_AUTHORIZED (2), ou UPnP 606 ou 718 pour l’adresse de l’appareil qui demande : interdit par une règle d’autorisation, ou désactivé pour cet appareil.
        [not-this-one] CANNOT_PROVIDE_EXTERNAL (PCP 11), ou un autre port accordé par NAT-PMP : tenu par un autre client ou par une règle faite à la main, ou interdit par une règle d’autorisation. Les protocoles ne disent pas lequel.
       *[unknown] Personne n’a le port, et aucun autre refus ne dit pourquoi.
    }

port-not-permitted = Votre routeur refuse cette entrée, mais en permet d’autres
    .meaning = Le gardien ouvre certaines portes sur demande et en garde d’autres pour lui. Les portes à petit numéro appartiennent souvent au routeur.
    .action = Faites cette entrée à la main. Le guide de votre routeur montre chaque étape.
    .detail = Le routeur { $router } a refusé { $ports } ({ $services }) avec l’erreur { $code }, alors que d’autres ports passent. La règle d’origine de beaucoup de routeurs ne permet que 1024 à 65535.

mapping-conflict = Un autre appareil a déjà cette entrée
    .meaning = La porte qu’il vous faut est là, mais elle porte une autre plaque. Nous ne prenons jamais une porte à quelqu’un d’autre.
    .action = Regardez la liste des règles de votre routeur. Supprimez l’ancienne ligne si personne n’en a besoin, ou désactivez le service téléphonique du routeur. Puis vérifiez de nouveau.
    .detail = { $ports } ({ $services }) ne peut pas être redirigé sur { $router } : erreur { $code }, tenu par { $client }. 718 est la redirection d’un autre appareil, 729 une règle faite à la main ou un service du routeur lui-même.

mapping-table-full = Votre routeur n’accepte plus d’autre entrée
    .meaning = { $forgot ->
        [yes] Votre routeur a dit oui, puis n’a pas gardé la porte. Le plus souvent, son mur n’a de place que pour un certain nombre de portes, et toutes sont prises.
       *[no] Le mur n’a de place que pour un certain nombre de portes, et toutes sont prises.
    }
    .action = Supprimez de la liste de votre routeur les règles dont personne n’a besoin. Ou faites cette entrée à la main. Puis vérifiez de nouveau.
    .detail = Routeur { $router }, { $ports } ({ $services }) : { $forgot ->
        [yes] il a annoncé un succès, et l’entrée n’est plus là à la relecture.
       *[no] il a refusé avec l’erreur { $code }.
    } Sa liste compte { $count } lignes. 728, NO_RESOURCES ou USER_EX_QUOTA de PCP, 402 sur une table pleine, ou un « succès » qui ne se relit pas, signifient que la table est pleine ; quelques routeurs ne gardent jamais ce qu’un programme demande.

mapping-not-listed = Votre routeur n’a pas cette entrée dans sa liste
    .meaning = La liste du routeur n’a pas de plaque pour elle. Une porte faite à la main peut manquer dans la liste et être là quand même. Seul un visiteur qui frappe de l’extérieur peut le dire.
    .action = Ouvrez l’entrée, ou frappez d’abord de l’extérieur pour voir si elle est là.
    .detail = { $services } ({ $ports }) : le routeur n’a pas de redirection dans sa liste, et personne n’a regardé de l’extérieur. Beaucoup de routeurs omettent les règles faites à la main dans la liste UPnP.

mapping-missing = Un visiteur n’a rien entendu, et aucune entrée n’est inscrite
    .meaning = { $list ->
        [leaves-out] La liste de votre routeur omet les règles faites à la main, comme le montre une autre entrée. Cette porte peut donc être là aussi, et être fausse.
       *[read] Un visiteur a frappé et n’a rien entendu. Nous ne connaissons aucune porte du mur extérieur qui mène à votre standard.
    }
    .action = { $list ->
        [leaves-out] Comparez la règle faite à la main avec le guide. S’il n’y en a pas, ouvrez l’entrée. Vous voyez chaque changement avant qu’il soit fait.
       *[read] Ouvrez l’entrée. Vous voyez chaque changement avant qu’il soit fait.
    }
    .detail = { $services } ({ $ports }) : { $list ->
        [read] le routeur n’a pas de redirection dans sa liste
        [leaves-out] le routeur n’a pas de redirection dans sa liste, mais il lui en manque aussi une autre, qui est prouvée
       *[unread] aucune liste de redirections n’a pu être lue
    }, et aucune réponse n’est venue de l’extérieur. Si une règle a été faite à la main (beaucoup de listes les omettent), la comparer au tableau du guide ; si elle est juste, quelque chose devant le routeur ou dans la rue du visiteur retient les coups.

mapping-wrong-device = Cette entrée mène au mauvais appareil
    .meaning = { $kind ->
        [phone-system] La porte est là, mais elle mène à votre autre standard, { $other }. Une porte ne peut mener qu’à l’un des deux.
       *[other] La porte est là, mais derrière elle se trouve la mauvaise pièce. Les visiteurs du standard arrivent chez un autre appareil.
    }
    .action = Changez la règle dans votre routeur pour qu’elle mène au standard qui a été vérifié. Le guide montre chaque étape. { $kind ->
        [phone-system] Si les deux doivent être joignables, laissez-la et donnez à l’un d’eux un autre numéro de porte, dans le routeur et dans ses téléphones.
       *[other] { "" }
    }
    .detail = { $services } ({ $ports }) : redirigé vers { $client }, port { $port }, et non vers le standard { $address }.

mapping-wrong-port = Cette entrée mène au mauvais endroit à l’intérieur
    .meaning = La porte est là, mais elle mène à la mauvaise table, ou elle est faite pour une autre sorte de visiteurs.
    .action = Changez la règle dans votre routeur. Le guide a un tableau avec les bons numéros à copier.
    .detail = { $services } ({ $ports }) : redirigé vers le port { $port } de { $address }. C’est un autre port intérieur que celui où le standard écoute, ou seulement l’autre protocole.

mapping-disabled = Cette entrée est faite mais désactivée
    .meaning = La porte a sa plaque, mais quelqu’un a tourné la clé. Personne ne peut entrer tant qu’elle n’est pas activée.
    .action = Activez la règle dans votre routeur. Puis vérifiez de nouveau.
    .detail = { $services } ({ $ports }) : inscrit vers { $address } avec NewEnabled = 0.

mapping-expires = Cette entrée n’a été ouverte que pour un temps limité
    .meaning = Passé ce temps, le routeur verrouille la porte de lui-même, et les appels cessent sans prévenir.
    .action = Faites la règle à la main dans votre routeur. Ainsi elle reste. D’ici là, laissez ce programme ouvert, ou lancez « entrance watch » : il renouvelle ce qu’il a ouvert.
    .detail = Le bail de { $ports } ({ $services }) prend fin, le premier le { $until }. Les routeurs de version 2 accordent au plus 604800 secondes (7 jours), même quand on ne demande aucune fin.

mapping-listed-but-dead = Votre routeur avait en liste une entrée qui ne marchait pas
    .meaning = La plaque était là, mais la porte derrière elle était coincée. L’enlever et la remettre a aidé. Elle peut se coincer de nouveau.
    .action = Faites cette règle à la main, pour qu’elle dure. Puis installez les mises à jour de votre routeur.
    .detail = { $services } : inscrit et juste, répondu à l’intérieur, muet de l’extérieur ; après suppression et nouvel ajout de la redirection, il a répondu de l’extérieur.

range-too-long-for-router = Il faut trop de portes pour les ouvrir une à une
    .meaning = { $kind ->
        [fax] Un fax choisit sa porte dans une longue rangée.
       *[voices] Chaque appel a besoin de deux petites portes pour son son.
    } Un routeur qui les ouvre une à une n’a bientôt plus de place. Une seule règle faite à la main les couvre toutes.
    .action = Faites une seule règle à la main pour toutes. Le guide montre les numéros à copier.
    .detail = La plage { $kind ->
        [fax] du fax
       *[voices] des voix
    } { $range } ne peut ou ne doit pas être redirigée port par port : beaucoup de tables tiennent 32 lignes, et le nettoyage commence dès 20. { $kind ->
        [fax] Raccourcir la plage sur le standard ou la garder entière, puis la rediriger en une seule règle UDP.
       *[voices] Appels simultanés : { $calls }. Deux ports par appel plus deux donnent { $proposed }. Raccourcir la plage sur le standard à ce qu’il faut pour les appels, puis la rediriger en une seule règle UDP.
    }

## Findings: your phone system

phone-system-not-found = Votre standard téléphonique n’a pas encore été trouvé
    .meaning = Nous connaissons le mur, mais pas la pièce où se trouve le standard. Aucune porte ne peut mener à une pièce que nous ne connaissons pas.
    .action = Tapez l’adresse du standard. Un téléphone de bureau la montre dans son menu d’état, comme son serveur. Ou laissez ce programme faire le tour du réseau de votre bureau.
    .detail = Aucune adresse n’a été donnée, aucune n’est connue de la dernière vérification, et aucune machine trouvée sur le réseau local ne ressemble à un standard. Dans le terminal : --pbx ADDRESS, ou --find-phone-system. Le tour ne couvre que le réseau de cet ordinateur ; un standard dans un autre (VLAN) ne se trouve que par son adresse.

phone-system-silent = Rien ne répond à l’adresse de votre standard
    .meaning = Nous avons frappé au bureau derrière l’entrée, et personne n’a répondu. { $apart ->
        [yes] Votre routeur ne répond pas non plus. Cet ordinateur est donc peut-être sur un Wi-Fi invité, qui isole les appareils. Ou le standard est éteint ou a déménagé.
       *[no] Il est peut-être éteint. Il a peut-être changé de pièce.
    }
    .action = Assurez-vous que { $apart ->
        [yes] cet ordinateur est sur le réseau du bureau, de préférence par câble, et que
       *[no] {""}
    } le standard est allumé et que son adresse est juste. Puis vérifiez de nouveau.
    .detail = Aucun service du profil n’a répondu à { $address } (un refus n’est pas une réponse). { $there ->
        [yes] La machine elle-même est là : regarder son pare-feu, et si la sorte de standard choisie est la bonne.
        [no] Aucune machine n’a été vue à cette adresse sur le réseau local : regarder son alimentation, son câble et son adresse.
       *[other] On n’a pas pu voir si la machine elle-même est là.
    }

service-not-running = Une partie de votre standard ne répond pas
    .meaning = { $outside ->
        [yes] Un visiteur dans la rue reçoit une réponse, et cet ordinateur non. Votre standard refuse donc peut-être cet ordinateur. Ou quelqu’un d’autre répond dans la rue.
       *[no] Le standard est là, mais une de ses tables ne donne pas de réponse. Une entrée vers une table vide n’aide personne.
    }
    .action = Demandez à la personne qui s’occupe du standard { $outside ->
        [yes] d’enlever cet ordinateur de sa liste d’adresses bloquées
       *[no] de démarrer ce service
    }. Puis vérifiez de nouveau.
    .detail = { $services } ({ $ports }) à { $address } : refusé ou muet à l’intérieur. { $outside ->
        [yes] De l’extérieur, il y a eu une réponse : chercher l’adresse de cet ordinateur dans fail2ban et dans le pare-feu du standard. Tant que rien ne répond à l’intérieur, on ne peut pas montrer de qui venait la réponse.
       *[no] Au moins un autre service de ce standard répond ici. De l’extérieur, pas de réponse non plus, ou personne n’a demandé.
    }

several-phone-systems = Plus d’un standard répond dans votre bureau
    .meaning = Une porte sur la rue ne mène qu’à l’un d’eux. { $chosen ->
        [yes] Ce qui est dit ici concerne celui qui a été vérifié.
       *[no] Tant que vous n’en choisissez pas un, on ne peut rien dire d’aucun.
    }
    .action = Choisissez celui qu’utilisent les téléphones à l’extérieur, { $chosen ->
        [yes] puis vérifiez aussi l’autre.
       *[no] et vérifiez d’abord celui-là. Puis vérifiez aussi l’autre.
    } Si les deux doivent être joignables, donnez à l’un d’eux d’autres numéros de porte. Ou demandez à un technicien. Les détails disent ce qui aide.
    .detail = Vérifié : { $address }. Répond aussi : { $others }. La liste du routeur : { $leads }. Pour joindre les deux : rediriger d’autres ports extérieurs vers l’un d’eux et les régler dans ses téléphones, ou placer un contrôleur de session (SBC) devant les deux.

phone-system-moved = Votre standard a changé d’adresse
    .meaning = Le bureau derrière l’entrée a changé de pièce. Les portes faites avant mènent à l’ancienne.
    .action = Réservez une adresse fixe pour le standard dans votre routeur. Puis faites mener les entrées à celle-ci.
    .detail = { $by ->
        [hardware] Le même appareil (adresse matérielle) était à { $client } à la dernière vérification et est maintenant à { $address }.
       *[name] Un standard qui se nomme de la même façon était à { $client } à la dernière vérification, et il y en a un maintenant à { $address }. Personne n’a pu dire son adresse matérielle : une machine neuve de la même sorte aurait la même apparence.
    }

phone-system-address-may-change = L’adresse de votre standard peut changer un jour
    .meaning = Votre routeur distribue les numéros de pièce. Un jour, il en donnera peut-être un nouveau au standard. Les entrées mèneront alors à une pièce vide.
    .action = Réservez l’adresse du standard dans votre routeur. Le guide montre où.
    .detail = Rien ne montre que { $address } est réservée (réservation DHCP) ou réglée à la main sur le standard.

wrong-machine-answers = Une autre machine répond à votre entrée
    .meaning = Nous avons frappé et quelqu’un a répondu, mais ce n’était pas votre standard. Quelqu’un d’autre habite derrière cette porte. C’est souvent le routeur lui-même.
    .action = Regardez où mène la règle dans votre routeur. Désactivez le service téléphonique du routeur si vous ne l’utilisez pas.
    .detail = { $services } ({ $ports }) : à l’intérieur répond « { $seen_inside } », à l’extérieur répond « { $seen_outside } ». Deux machines, très probablement : une règle qui mène ailleurs, ou le service SIP du routeur. Un standard qui répond aux inconnus autrement qu’à son propre réseau peut avoir la même apparence ; son propre journal montre alors les coups.

## Findings: the knock from outside

not-seen-from-outside = Personne n’a encore regardé de l’extérieur
    .meaning = De l’intérieur, on ne voit pas si la porte sur la rue s’ouvre. Seul un visiteur le peut.
    .action = Frappez de l’extérieur. Utilisez l’internet de votre mobile, ou envoyez un code à un collègue chez lui.
    .detail = Aucun point de vue extérieur n’a servi, donc aucun service ne peut être confirmé. Un essai de l’adresse publique depuis l’intérieur (hairpin) prouve peu : il rencontre d’autres règles qu’un inconnu.

helper-unreachable = On n’a pas pu frapper de l’extérieur
    .meaning = Notre visiteur a eu des ennuis et n’est pas arrivé jusqu’à votre porte. Cela ne dit rien de votre bureau.
    .action = Essayez encore, ou choisissez une autre façon de frapper de l’extérieur.
    .detail = Le passage lui-même a échoué : { $trouble ->
        [no-way-out] le visiteur n’avait pas de chemin vers Internet, ou son propre pare-feu l’a arrêté
        [limit] les limites contre le bannissement étaient atteintes, donc rien n’a été envoyé
        [time] le temps était écoulé avant qu’on ait rien demandé
        [not-walked] personne n’est allé dehors
       *[other] { $trouble }
    }. On n’en apprend rien sur le bureau.

walk-path-unproved = Ce passage ne prouve rien sur ces portes
    .meaning = { $streets ->
        [lies] Pendant ce passage, toutes les portes semblaient s’ouvrir, même celles que personne n’utilise. Peut-être la rue du visiteur les ouvre-t-elle toutes, ou votre routeur envoie-t-il chaque coup à une seule machine. Nous ne pouvons donc pas dire si les armoires sont fermées.
        [several] Des visiteurs dans plus d’une rue n’ont rien entendu de votre bureau. Le silence est donc plutôt de votre côté. Mais aucun visiteur n’a entendu un mot, alors même cela n’est pas sûr.
       *[one] Le visiteur n’a rien entendu de votre bureau. Sa propre rue avale peut-être de tels coups. Nous ne pouvons donc pas dire quel côté s’est tu.
    }
    .action = Essayez { $streets ->
        [lies] depuis une autre rue. Si toutes les portes s’y ouvrent aussi, cherchez dans votre routeur un réglage qui envoie tout à une seule machine (« hôte exposé »), et désactivez-le.
        [several] auprès de votre fournisseur d’accès : demandez-lui s’il retient les appels par Internet. Regardez aussi le pare-feu de votre routeur.
       *[one] depuis une autre rue, par exemple un autre réseau mobile ou une autre maison. Coupez d’abord le Wi-Fi du téléphone.
    }
    .detail = Le passage (par : { $walker ->
        [colleague] un collègue
        [step-outside] cet ordinateur dans une autre rue
       *[helper] un assistant permanent
    }, depuis { $address }) n’a reçu aucune réponse correcte de ce bureau, ou des ports inutilisés semblaient accepter aussi : la rue où il se tenait répond alors pour d’autres. Les lignes mobiles et les partages de connexion filtrent souvent 5060 ou placent un proxy ou une page de connexion devant.{ $streets ->
        [several] {" "}Un autre passage, depuis une autre adresse, n’a rien reçu non plus : regarder les filtres de l’opérateur, un modem devant le routeur, le pare-feu du routeur et celui du standard (sources de l’extérieur).
       *[one] {""}
    }

visitor-shut-out = Votre entrée s’est déjà ouverte, mais pas à ce visiteur
    .meaning = { $others ->
        [yes] Un visiteur reçoit une réponse, un autre non.
       *[no] Il y a peu, quelqu’un recevait une réponse ici, et maintenant ce visiteur n’en reçoit pas.
    } Le plus souvent, une liste tient ce visiteur dehors. Les standards font de telles listes après trop de mauvais essais.
    .action = Cherchez dans votre standard la liste des adresses bloquées. Retirez-en { $known ->
        [yes] { $address }
       *[no] l’adresse de ce visiteur
    }. Puis mettez le bon mot de passe dans le téléphone de ce visiteur. { $others ->
        [yes] {""}
       *[no] Si elle n’est sur aucune liste, faites frapper quelqu’un depuis une autre rue. S’il n’entend rien non plus, c’est toute l’entrée qui est muette.
    }
    .detail = { $services } ({ $ports }) : { $known ->
        [yes] { $address }
       *[no] un visiteur dont personne n’a dit l’adresse (une page web qui montre sa propre adresse la dit, ouverte sur sa ligne)
    } ne reçoit pas de réponse, alors qu’une autre rue en a reçu une dans la demi-heure, ou la même auparavant. Regarder fail2ban, le pare-feu du standard et toute liste de sources de confiance. Si l’adresse ne s’y trouve pas, la ligne de ce visiteur filtre peut-être le port 5060 : le faire frapper aussi depuis une autre ligne.

phones-use-other-address = Les téléphones à l’extérieur cherchent une autre adresse
    .meaning = { $leads ->
        [nowhere] Chaque téléphone à l’extérieur a un nom en poche, et personne n’a pu nous dire où il mène. Il ne trouve donc peut-être pas votre maison.
        [inside] Chaque téléphone à l’extérieur a en poche une adresse qui n’a de sens que dans votre maison. Dehors, elle ne mène nulle part.
        [newer] Chaque téléphone à l’extérieur a en poche une adresse de rue de la nouvelle sorte. Votre maison semble n’en avoir aucune de cette sorte. Les téléphones ne la trouvent donc pas.
       *[elsewhere] Chaque téléphone à l’extérieur a une adresse de rue en poche, et ce n’est pas la vôtre. Il frappe donc à une autre maison.
    }
    .action = Corrigez le nom de serveur dans les téléphones à l’extérieur. Sur un trixbox Pro, le nom pour l’extérieur finit par x.
    .detail = Les téléphones utilisent { $server }, qui mène à { $address }. L’adresse de rue du bureau est { $wan }. { $leads ->
        [newer] Le nom n’a pas d’adresse IPv4, et cet ordinateur ne voit pas d’IPv6 au bureau.
       *[other] {""}
    }

not-outside = On a frappé depuis votre propre rue
    .meaning = Le visiteur a utilisé l’internet de votre bureau. Essayer sa propre porte de l’intérieur prouve peu.
    .action = Coupez le Wi-Fi du mobile, pour qu’il quitte le réseau de votre bureau. Puis frappez de nouveau.
    .detail = { $seen ->
        [inside] Le standard a vu le visiteur à { $address }, une adresse intérieure : le routeur a retourné les coups (hairpin). Quelques routeurs mettent leur propre adresse intérieure sur chaque visiteur ; derrière l’un d’eux, la preuve est un appel d’essai.
       *[street] Le passage est parti de { $address }, l’adresse publique du bureau lui-même : ce n’était donc pas l’extérieur.
    }

no-answer-outside = Pas de réponse de l’extérieur, alors que tout va bien à l’intérieur
    .meaning = { $bell ->
        [yes] D’autres de vos entrées reçoivent une réponse, et la sonnette non. Quelqu’un sur le chemin retient juste cette sonnette. Cela peut être dans la rue du visiteur ou dans la vôtre.
       *[no] Le standard est là, et le routeur a la porte dans sa liste. Pourtant un visiteur dans la rue n’entend rien. Quelque chose retient les coups.
    }
    .action = Essayez { $next ->
        [bell] d’abord depuis une autre rue, par exemple une autre maison. Si la sonnette reste muette là aussi, demandez à votre fournisseur d’accès s’il retient les appels téléphoniques.
        [repair] ceci : laissez ce programme enlever l’entrée et la remettre, pendant que personne ne téléphone. Puis frappez de nouveau.
        [repaired] d’abord depuis une autre rue, par exemple une autre maison. Enlever l’entrée et la remettre n’a pas aidé. Si elle reste muette là aussi, demandez à votre fournisseur d’accès ce qu’il retient.
       *[by-hand] ceci : supprimez la règle et refaites-la à la main. Puis frappez de nouveau. Si elle reste muette, demandez à votre fournisseur d’accès ce qu’il retient.
    }
    .detail = { $services } ({ $ports }) : répondu à l’intérieur, non contredit par la liste du routeur, muet de l’extérieur, et aucune cause plus profonde n’est connue. { $bell ->
        [yes] Seul UDP 5060 est muet ; le même passage a reçu des réponses ailleurs. Deux causes : un filtre sur la ligne du visiteur (les lignes mobiles et les partages de connexion en ont souvent un), ou un filtre devant le routeur ou dedans (celui de l’opérateur, le service téléphonique ou l’aide SIP du routeur). Frapper depuis une autre ligne dit laquelle.
       *[no] Regarder le pare-feu du routeur, une règle faite à la main qui l’emporte sur celle-ci, le pare-feu du standard (sources de l’extérieur) et sa passerelle par défaut.
    }

guest-list-not-proved = Personne de la liste des invités n’a encore frappé
    .meaning = { $stranger ->
        [yes] Une liste des invités est affichée à l’entrée, et un inconnu est resté dehors. C’est bien. Mais aucun invité n’a encore essayé la porte.
        [unsure] Un inconnu a frappé et n’a rien entendu, comme derrière une liste des invités. Mais rien ne montre encore que l’entrée existe. Aucun invité n’a essayé la porte.
       *[no] Vous nous avez parlé d’une liste des invités. Aucun invité n’a encore essayé la porte, donc personne ne sait si elle les laisse entrer.
    }
    .action = Demandez à quelqu’un de la liste des invités de frapper. Envoyez-lui un code.
    .detail = Sources de confiance : { $sources }. Aucun passage depuis là n’a reçu de réponse. Le silence face à un inconnu compte comme confirmé dès que l’un d’eux en a reçu une.

blocked-before-router = Aucun visiteur ne passe, alors que tout va bien à l’intérieur
    .meaning = Les portes sont bonnes, et le standard est là. Pourtant aucun visiteur n’entend de réponse à aucune d’elles. Le plus souvent, quelqu’un plus haut dans la rue retient les visiteurs. Ou le standard ne répond qu’à son propre réseau.
    .action = Demandez à votre fournisseur d’accès s’il bloque les appels par Internet, et si votre ligne a une option de sécurité. Regardez aussi le journal du standard : si des coups y apparaissent, c’est son propre vigile qui retient les visiteurs.
    .detail = On a frappé à { $services } ({ $ports }) sur { $address } et rien n’a répondu, bien que tout à l’intérieur soit juste et que l’adresse publique soit celle du bureau. Causes habituelles : un filtre de l’opérateur, une « sécurité avancée » de la ligne, un pare-feu dans un modem en mode bridge. Si les coups arrivent au standard (son journal, ou une capture de paquets), regarder plutôt son pare-feu (sources de l’extérieur, et si ce visiteur seul est banni) et sa passerelle par défaut.

## Findings: the sound

machine-not-shown = Quelqu’un a ouvert, et cela ressemble à votre standard
    .meaning = La voix à la porte était la bonne. Mais la liste de votre routeur ne dit pas vers quelle pièce mène cette entrée.
    .action = Regardez dans votre routeur : la règle doit mener à votre standard et à personne d’autre. Si c’est le cas, tout va bien.
    .detail = { $services } ({ $ports }) a répondu de l’extérieur comme le standard ({ $inside }) à l’intérieur. Aucune redirection vers lui n’est dans la liste (une règle faite à la main peut y manquer), et aucun tour du réseau n’a montré qu’aucune autre machine ne répond de la même façon.

street-not-shown = Nous ne savons pas dans quelle rue se tenait ce visiteur
    .meaning = Le visiteur a reçu une réponse. Mais rien ne nous a dit où il se tenait : c’était peut-être dans votre propre bâtiment.
    .action = Frappez encore une fois avec un mobile qui n’est pas sur votre Wi-Fi.
    .detail = { $services } ({ $ports }) : aucune réponse n’a nommé l’adresse du visiteur (received de la RFC 3581), donc rien ne montre que le passage venait d’une autre adresse publique.

audio-not-proved = Le son de vos appels n’est pas encore prouvé
    .meaning = Les portes des voix ne s’ouvrent que pendant un appel. Y frapper ne nous apprend donc rien.
    .action = { $list ->
        [not-listed] Ouvrez d’abord l’entrée des voix : la liste de votre routeur n’en a pas. Si vous avez fait cette règle à la main, c’est déjà fait.{" "}
        [inner] Faites la règle des voix aussi dans la boîte du dehors : votre routeur n’est pas le dernier mur avant la rue.{" "}
       *[mapped] {""}
    }{ $shorten ->
        [yes] Réglez aussi dans votre standard { $proposed } pour les voix. Sinon, il choisit dans une rangée de portes plus longue qu’il ne faut.{" "}
       *[no] {""}
    }Faites un appel d’essai vers un téléphone à l’extérieur et écoutez des deux côtés. Puis dites à ce programme que les deux côtés se sont entendus.
    .detail = La plage des voix ({ $range } sur le standard, { $proposed } proposée) { $list ->
        [mapped] est dans la liste du routeur
        [not-listed] n’est pas dans la liste du routeur, qui peut omettre des règles faites à la main
        [inner] est dans la liste du routeur intérieur, et aucune liste ne montre ce que fait la boîte du dehors
       *[unknown] n’est dans aucune liste lisible ; personne ne sait donc si elle est redirigée
    }. Aucun témoin sur le standard n’a répondu pour elle, et aucun appel d’essai ne l’a prouvée. Les ports RTP ne répondent que pendant un appel. Pour la prouver, lancer « entrance rehearse » sur un ordinateur à l’extérieur, ou « entrance witness --code CODE » sur le standard pendant que quelqu’un frappe avec ce code.

audio-partly-open = Certaines portes des voix ne s’ouvrent pas
    .meaning = Chaque appel choisit au hasard sa porte pour le son. Si quelques-unes restent coincées, certains appels n’ont pas de son.
    .action = Comparez la règle de votre routeur avec le tableau du guide. Le premier et le dernier numéro doivent être les mêmes. Puis frappez de nouveau.
    .detail = Dans la plage des voix { $ports }, { $asked } ports ont été interrogés de l’extérieur avec un jeton, et un témoin sur le standard a répondu pour les autres. { $missing_ports } ne passent pas : { $missing }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }. Causes habituelles, la plus probable d’abord : la règle commence ou finit à d’autres ports que la plage du standard ; une autre règle, un jeu ou un bail tient un de ces ports ; un pare-feu sur le standard. { $shifted_outside ->
        [none] {""}
       *[other] Le port { $shifted_outside } arrive à l’intérieur comme { $shifted_inside } : les ports extérieurs et intérieurs doivent être les mêmes.
    }

sip-rewritten = Un portier dans votre routeur réécrit les lettres
    .meaning = Chaque appel commence par une lettre. Un portier ouvre les vôtres et y écrit une autre adresse. Il croit bien faire, mais les réponses et les voix vont alors à la mauvaise porte.
    .action = { $switch ->
        [there] Désactivez cette aide dans votre routeur. L’endroit : { $path }. Puis vérifiez de nouveau.
        [none] Utilisez une autre route pour les appels, car ce routeur n’a pas de tel réglage : la route sécurisée, ou un autre numéro que l’habituel. Ou demandez un autre routeur à votre fournisseur d’accès.
       *[other] Désactivez cette aide dans votre routeur. Le guide donne les noms que les fabricants lui donnent. Puis vérifiez de nouveau.
    } { $ticked ->
        [yes] Elle est cochée comme faite : le bon réglage est peut-être ailleurs, ou le routeur veut un redémarrage.
       *[other] { "" }
    }
    .detail = SIP ALG : ce qui a été envoyé n’est pas ce qui est arrivé. Lignes changées : { $lines } (messages vers { $ports }). Par exemple envoyé : « { $sent } », arrivé : « { $arrived } ». { $follows ->
        [usual-port] Il ne lit que ce qui va au port 5060 ; le même message vers un autre port du même transport passe. Mettre SIP sur un autre port le contourne.
        [every-port] Il suit SIP sur n’importe quel port, donc changer de port SIP n’aide pas ; TLS aide.
       *[unknown] Trop peu de ports ont été essayés pour dire s’il suit SIP sur n’importe quel port.
    } { $back ->
        [yes] La réponse aussi a été réécrite sur son retour.
       *[no] La réponse est revenue comme elle avait été envoyée.
    } { $walls ->
        [two] Deux routeurs se tiennent entre ici et la rue ; on ne voit pas lequel des deux le fait.
       *[one] { "" }
    } { $switch ->
        [there] { $router } : le réglage s’appelle { $setting }.
        [none] { $router } : aucun réglage connu ({ $setting } ; { $path }). Utiliser SIP sur TLS (port 5061), ou un autre port SIP si seul 5060 est lu, ou mettre le routeur en mode bridge avec un routeur à vous derrière.
       *[other] Noms à chercher : { $setting }. S’il n’y a pas de réglage, utiliser SIP sur TLS (port 5061) ou un autre port SIP.
    } Chaque ligne se trouve dans la partie du rapport sur le portier.

sip-swallowed = Des lettres disparaissent entre ici et la rue
    .meaning = Nous avons envoyé la même lettre par plusieurs chemins. Certaines sont arrivées, d’autres ont été gardées en route. Ce peut être un portier dans votre routeur, ou un vigile plus haut dans la rue.
    .action = { $switch ->
        [there] Désactivez le portier dans votre routeur. L’endroit : { $path }. Puis vérifiez de nouveau. Si des lettres disparaissent encore, demandez à votre fournisseur d’accès.
       *[other] Demandez à votre fournisseur d’accès s’il retient les appels par Internet. Cherchez aussi dans votre routeur une aide pour les appels, et désactivez-la.
    }
    .detail = Test du portier : { $ports } disparus, { $passed } passés. { $way ->
        [back] Le message est arrivé, mais sa réponse n’est pas revenue.
       *[out] Le message n’est jamais arrivé à l’assistant, bien qu’envoyé deux fois en UDP ou une fois en TCP.
    } Un SIP ALG qui ne sait pas lire un message le jette ; un filtre de l’opérateur, ou de la société qui héberge l’assistant, a la même apparence. Un autre assistant les distingue.

sip-doorman-hint = Il y a peut-être un portier qui réécrit les lettres
    .meaning = Un opérateur téléphonique a répondu comme si votre lettre venait de la rue elle-même. Quelqu’un y a peut-être écrit une autre adresse. Cela ne prouve encore rien.
    .action = Demandez un assistant permanent, et vérifiez de nouveau avec son lien. Il compare votre lettre ligne par ligne.
    .detail = { $server } a répondu en SIP bien que nous soyons derrière un NAT, et { $named ->
        [yes] a nommé celui qui demande par son adresse intérieure { $address }.
       *[no] n’a pas nommé l’adresse qu’il voyait.
    } La RFC 3261, section 18.2.1, fait ajouter received= par un serveur quand le Via ne correspond pas à la source du paquet, et derrière un NAT les deux diffèrent toujours. S’il manque, ou contient l’adresse intérieure, un SIP ALG a peut-être réécrit le Via, ou le serveur ne suit pas la règle. Une remarque, pas un verdict.

## Findings: keep it safe

open-to-everyone = Toute la rue peut sonner à cette sonnette
    .meaning = Des inconnus essaient de telles sonnettes toute la journée. Si l’un d’eux trouve un mot de passe faible, il appelle l’étranger à vos frais.
    .action = Mettez une liste des invités à l’entrée, pour que seuls entrent les lieux de confiance. { $known ->
        [yes] Le domicile de votre collègue y va sous la forme { $guests }. De telles adresses changent parfois : regardez de nouveau si ce téléphone devient muet.{" "}
       *[no] {""}
    }Si votre routeur ne sait pas le faire, prenez de longs mots de passe et bloquez les appels vers l’étranger.
    .detail = { $services } ({ $ports }) répond à un inconnu, et aucune liste de sources de confiance ne s’applique. Restreindre les adresses sources de la règle dans le routeur, ou sur le pare-feu du standard ; UPnP lui-même ne sait en général pas restreindre les sources.

must-stay-shut-is-open = Une armoire qui doit rester verrouillée est ouverte
    .meaning = Cette armoire contient les clés de tout votre standard. Depuis la rue, n’importe qui peut l’atteindre, ou une règle y mène.
    .action = Supprimez dès aujourd’hui de votre routeur la règle qui y laisse aller les visiteurs. Personne dans la rue n’en a besoin.
    .detail = { $services } ({ $ports }) ne doit jamais être joignable depuis Internet. { $how ->
        [answered] Il a répondu de l’extérieur dans son propre protocole.
        [answered-over-ipv6] Il a répondu de l’extérieur en IPv6, où aucune redirection de port n’est nécessaire : le pare-feu IPv6 du routeur laisse entrer les visiteurs.
       *[mapped] Le routeur a dans sa liste une redirection qui y mène.
    }

phone-web-page-exposed = La page web d’un téléphone de bureau est joignable du dehors
    .meaning = Un téléphone de bureau se trouve sur le trottoir. N’importe qui peut ouvrir sa page, lire son mot de passe et téléphoner avec.
    .action = Supprimez dès aujourd’hui de votre routeur la règle qui mène au téléphone de bureau.
    .detail = Le port extérieur { $port } mène à TCP 80 ou 443 de { $client }, qui est un téléphone de bureau et non le standard.

another-web-page-answers = Une page web qui n’est pas celle de votre standard répond à la rue
    .meaning = C’est peut-être celle d’un téléphone de bureau, celle de votre routeur ou votre propre site. Sur celle d’un téléphone, n’importe qui peut lire son mot de passe et appeler.
    .action = Ouvrez votre adresse de rue dans le navigateur d’un mobile sans Wi-Fi, et regardez à qui est la page. Supprimez la règle qui y mène, sauf si c’est votre propre site.
    .detail = { $page } (TCP { $port }) a répondu de l’extérieur, et autrement que le standard à l’intérieur sur ce port : autre Server, autre realm ou titre, ou avec TLS un autre certificat. La liste du routeur n’y mène à aucun téléphone de bureau connu, et la page n’en nomme aucun. Elle peut être sur le routeur même (administration à distance), sur un NAS, une caméra ou un serveur web.

guest-calls-accepted = Votre standard accepte les appels d’inconnus
    .meaning = Un inconnu sans nom a demandé un appel, et votre standard a commencé à l’établir. De tels appels finissent sur votre facture.
    .action = Désactivez les appels d’invités sur le standard. Le réglage s’appelle souvent « anonymous » ou « guest ». Puis refaites le test.{ $lines ->
        [yes] {" "}La ligne à changer : { $change }.
       *[no] {""}
    }
    .detail = Un INVITE sans authentification vers un nom inventé a été traité au lieu d’être refusé par 401, 403 ou 407 : { $seen } (testé le { $at }). chan_sip : allowguest=no ; PJSIP : pas d’endpoint nommé anonymous ; FreePBX : « Allow SIP Guests » et « Allow Anonymous Inbound SIP Calls » tous deux sur No. Un appel pris (200) n’est peut-être qu’une annonce ; il a quand même atteint le plan de numérotation.

extension-names-leak = Votre standard dit aux inconnus quels numéros existent
    .meaning = { $by ->
        [settings] D’après ses propres réglages, votre standard ne répond pas de la même façon à un inconnu pour un vrai nom et pour un nom inventé.
       *[test] Un inconnu a demandé deux noms, un vrai et un inventé, et a reçu deux réponses différentes.
    } Un inconnu peut donc récolter vos numéros et y essayer des mots de passe.
    .action = Activez le réglage qui donne la même réponse à tous les inconnus. Demandez à la personne qui s’occupe de votre standard. Puis refaites le test.{ $lines ->
        [yes] {" "}La ligne à changer : { $change }.
       *[no] {""}
    }
    .detail = { $by ->
        [settings] D’après les réglages : { $seen } (lu le { $at }).
       *[test] REGISTER sans identifiants reçoit des réponses différentes pour un vrai nom et un nom inventé : { $seen } (testé le { $at }).
    } chan_sip : alwaysauthreject=yes ; PJSIP répond de lui-même pareillement. Un 200 est pire : les enregistrements sont livrés sans mot de passe.

outbound-blocked = Votre standard ne peut pas sortir dans la rue
    .meaning = Votre standard doit sortir pour cela, et quelque chose dans le mur l’arrête.
    .action = Autorisez cette sortie dans votre routeur ou votre pare-feu. La liste des sorties ci-dessous est pour la personne qui s’en occupe.
    .detail = { $services } ({ $ports }) : le standard en a besoin vers l’extérieur. Demandé en vain : { $asked }. { $from ->
        [phone-system] Essayé sur le standard lui-même.
       *[here] Essayé depuis cet ordinateur, qui n’est pas le standard : d’autres règles valent peut-être pour lui.
    }

provider-unreachable = Le serveur de votre opérateur téléphonique ne répond pas
    .meaning = L’opérateur téléphonique est la grande rue de vos appels. Nous ne l’avons pas trouvé, ou il n’a pas répondu.
    .action = Vérifiez que le nom du serveur n’a pas de faute de frappe. S’il est juste, demandez à votre opérateur téléphonique si son serveur répond aux inconnus et n’est pas en panne. S’il leur répond et n’a pas de panne, un pare-feu à vous est peut-être sur le chemin.
    .detail = { $server } : { $why ->
        [nowhere] le nom ne mène nulle part (ni NAPTR, ni SRV, ni A, ni AAAA).
        [nobody-to-ask] aucun serveur de noms de ce réseau n’a répondu, donc le nom n’a pas pu être résolu.
        [refused] un SIP OPTIONS vers { $asked } a été refusé : rien n’écoute là, ou un pare-feu dit non.
        [unreachable] { $asked } n’est pas joignable d’ici (ICMP unreachable).
       *[silent] un SIP OPTIONS vers { $asked } est resté sans réponse : jeté en route, ou ce serveur ne répond pas aux inconnus.
    } { $from ->
        [phone-system] Essayé sur le standard lui-même.
       *[here] Essayé depuis cet ordinateur, qui n’est pas le standard.
    }

not-checked-over-ipv6 = Votre adresse IPv6 n’a pas été vérifiée
    .meaning = Votre bâtiment a une seconde adresse, d’une sorte plus récente. Personne n’y a frappé à votre standard. Nous ne pouvons donc pas dire ce qu’elle laisse entrer.
    .action = Vérifiez dans le pare-feu IPv6 de votre routeur que les visiteurs de l’extérieur sont tenus dehors.
    .detail = Le bureau a des adresses IPv6 publiques ({ $adapter }). Des services du standard peuvent être joignables en IPv6 sans aucune redirection de port. { $firewall ->
        [off] Le routeur dit que son pare-feu IPv6 est désactivé (GetFirewallStatus) : tout ce qui écoute est joignable.
        [on] Le routeur dit que son pare-feu IPv6 est activé et que les appareils ne peuvent pas y ouvrir de trous (pinholes) (GetFirewallStatus).
        [pinholes] Le routeur dit que son pare-feu IPv6 est activé et que les appareils peuvent y ouvrir des trous (pinholes) (GetFirewallStatus).
       *[untold] Le routeur ne dit pas si son pare-feu IPv6 est activé.
    } { $knocked ->
        [here] L’assistant a frappé à { $address }, qui est cet ordinateur et non le standard : lancer la vérification sur le standard lui-même.
       *[nowhere] Seul un assistant permanent frappe en IPv6, et seulement à l’ordinateur qui demande : lancer la vérification sur le standard lui-même.
    }

ipv6-refused = Votre routeur n’a pas ouvert pour la nouvelle sorte d’adresse
    .meaning = Votre bâtiment a une seconde adresse, d’une sorte plus récente. Nous avons demandé à votre routeur de laisser entrer les téléphones par là aussi. Il a dit non. Les téléphones entrent toujours par le chemin habituel.
    .action = Laissez ainsi, si aucun téléphone à l’extérieur n’en a besoin. Sinon, { $why ->
        [not-authorized] demandez depuis le standard lui-même, ou autorisez-le dans les réglages du routeur pour la nouvelle adresse.
        [no-room] supprimez dans le routeur les ouvertures dont personne n’a besoin, puis essayez encore.
        [firewall-off] vérifiez dans votre routeur que les visiteurs de l’extérieur sont tenus dehors par la nouvelle adresse.
        [not-allowed] autorisez les appareils à ouvrir leurs propres portes dans les réglages du routeur pour la nouvelle adresse.
       *[other] faites cette règle à la main sur la page du routeur pour la nouvelle adresse.
    }
    .detail = Pare-feu IPv6 du routeur { $router }, ports { $ports } : { $why ->
        [not-authorized] 606 ou PCP NOT_AUTHORIZED : il n’ouvre pas pour cet appareil, ou pas pour ce port.
        [no-room] 701 PinholeSpaceExhausted ou PCP NO_RESOURCES : pas de place pour un autre trou (pinhole).
        [firewall-off] 702 FirewallDisabled : le pare-feu est désactivé, il n’y a donc rien à ouvrir et tout ce qui écoute est joignable.
        [not-allowed] 703 InboundPinholeNotAllowed : ses réglages interdisent les trous (pinholes).
        [no-such-entry] 704 NoSuchEntry : il ne connaît plus ce trou (pinhole).
        [protocol] 705 ProtocolNotSupported.
        [port-wildcard] 706 InternalPortWildcardingNotAllowed.
        [protocol-wildcard] 707 ProtocolWildcardingNotAllowed.
        [device-wildcard] 708 WildCardNotPermittedInSrcIP.
        [nothing-sent] 709 NoPacketSent.
        [does-not-read-back] Il a dit oui et ne connaît plus le trou ensuite (GetPinholePackets).
        [no-answer] Il n’a pas donné de réponse correcte.
       *[other] Il a dit non avec un code à lui{ $code ->
            [none] .
           *[other] {" "}({ $code }).
        }
    }

ipv6-no-answer = Personne ne répond à la nouvelle sorte d’adresse
    .meaning = { $how ->
        [not-listening] Votre routeur laisse entrer les visiteurs par la nouvelle sorte d’adresse. Derrière cette porte, personne n’écoute : le standard n’utilise que l’ancienne sorte.
       *[kept-out] Votre routeur dit qu’il a laissé ouvrir la porte pour la nouvelle sorte d’adresse. Un visiteur a frappé et n’a rien entendu. Les téléphones entrent toujours par le chemin habituel.
    }
    .action = Faites ceci, puis frappez encore une fois : { $how ->
        [not-listening] activez la nouvelle adresse dans le standard, ou reprenez cette ouverture.
       *[kept-out] enlevez l’ouverture et remettez-la.
    }
    .detail = IPv6 { $address }, ports { $ports } : { $how ->
        [not-listening] les coups ont été refusés, ils ont donc passé le pare-feu du routeur et aucun service n’écoute à cette adresse et à ce port.
       *[kept-out] les coups n’ont pas reçu de réponse.
    } { $packets ->
        [yes] Le routeur a compté des paquets à travers le trou (pinhole).
        [no] Le routeur dit n’avoir compté aucun paquet à travers le trou (pinhole) ; certains ne comptent pas du tout.
       *[untold] Le routeur ne compte pas ce qui passe.
    }

ipv6-open = Les téléphones peuvent aussi entrer par la nouvelle adresse
    .meaning = { $proved ->
        [yes] Votre routeur laisse entrer les visiteurs par la nouvelle sorte d’adresse. L’un d’eux y a frappé et a reçu une réponse.
       *[no] Votre routeur laisse entrer les visiteurs par la nouvelle sorte d’adresse. Personne n’y a encore frappé.
    }
    .action = Laissez le programme surveiller, pour que l’ouverture ne prenne pas fin toute seule.{ $proved ->
        [yes] {""}
       *[no] {" "}Faites frapper un assistant permanent, depuis le standard lui-même.
    }
    .detail = Trous (pinholes) dans le pare-feu IPv6 du routeur vers { $address }, ports { $ports }. Le premier prend fin le { $until } ; entrance watch demande plus de temps avant.

## Findings: since the last check

public-address-changed = Votre adresse de rue a changé depuis la dernière fois
    .meaning = Le bâtiment est toujours au même endroit, mais il a un nouveau numéro de rue. Les téléphones à l’extérieur qui connaissent l’ancien ne vous trouvent plus.
    .action = Mettez la nouvelle adresse dans les téléphones à l’extérieur. Ou demandez une adresse fixe à votre fournisseur d’accès, ou utilisez un nom qui suit le changement.
    .detail = L’adresse publique était { $before } et est maintenant { $address }.

router-forgot = Votre routeur a oublié les entrées
    .meaning = Les portes que votre routeur avait ouvertes sur demande ont disparu. Le plus souvent, il a redémarré. Les routeurs ne gardent pour de bon que les règles faites à la main.
    .action = Ouvrez de nouveau les entrées. Puis faites-les à la main, pour qu’elles durent.
    .detail = Toutes nos redirections de la dernière vérification ont disparu de { $router } : { $ports } ({ $services }). { $by ->
        [clock] Sa propre horloge (l’epoch de PCP ou NAT-PMP) a recommencé il y a { $up } secondes.
       *[list] Sa liste a été lue jusqu’au bout.
    } Les redirections dynamiques sont dans la mémoire vive du routeur et finissent avec un redémarrage ; certains routeurs nettoient les redirections sans trafic.

mapping-gone = Une entrée qui existait a disparu
    .meaning = À la dernière vérification, cette porte était dans la liste du routeur. Elle n’y est plus. Elle s’est peut-être verrouillée toute seule, ou quelqu’un l’a supprimée.
    .action = Ouvrez de nouveau l’entrée. Faites-la à la main si elle doit durer.
    .detail = Des redirections vers le standard de la dernière vérification ne sont plus dans la liste de { $router } : { $ports } ({ $services }). { $ended ->
        [yes] Leur bail était échu.
       *[no] Quelqu’un les a supprimées, ou un nettoyage l’a fait faute de trafic.
    }

## A finding of a newer version, in a saved report

finding-of-newer-version = Une version plus récente de ce programme a trouvé quelque chose
    .meaning = Ce rapport a été fait par une version plus récente. Celle-ci n’a pas encore de mots pour cela.
    .action = Installez la dernière version de ce programme. Puis ouvrez de nouveau le rapport.
    .detail = { $finding } ({ $services })

## Words beside the lamps

verdict-verified = ouverte, prouvée de l’extérieur
verdict-wrong-host = une autre machine répond
verdict-nothing-listening = personne à la table
verdict-no-answer = pas de réponse de l’extérieur
verdict-not-checked = pas vérifiée de l’extérieur
verdict-fax-unproved = pas prouvée : ne répond que pendant l’envoi d’un fax
verdict-voice-unproved = pas prouvée : ne répond que pendant un appel
verdict-shut = verrouillée, comme il se doit
verdict-exposed = ouverte, mais doit être verrouillée
verdict-guarded = liste des invités en service
verdict-reachable = la sortie est libre
verdict-blocked = la sortie est bloquée
verdict-was-open = ouverte quand nous avons regardé, et peut-être fermée maintenant
verdict-was-locked = verrouillée quand nous avons regardé, et peut-être ouverte maintenant

severity-blocker = arrête tout
severity-problem = ne marche pas
severity-warning = à regarder de près
severity-note = bon à savoir

outcome-answered = a répondu
outcome-refused = refusé
outcome-silent = pas de réponse
outcome-unreachable = personne à cette adresse
outcome-failed = n’a pas pu demander
outcome-not-checked = pas demandé

listed-mapped = mène à votre standard
listed-not-listed = absente de la liste du routeur
listed-wrong-device = mène à un autre appareil
listed-wrong-port = mène au mauvais endroit à l’intérieur
listed-disabled = dans la liste, mais désactivée
listed-not-checked = la liste du routeur n’a pas été lue

## What changed since the look before

news-network-away = Cet ordinateur a perdu son accès au réseau
news-network-back = Cet ordinateur est de retour sur le réseau
news-router-away = Le routeur à { $router } ne répond plus
news-router-back = Le routeur à { $router } répond de nouveau
news-router-replaced = Un autre routeur est là maintenant : c’était { $was }, c’est { $now }
news-street-changed = Votre adresse de rue a changé : c’était { $was }, c’est { $now }
news-router-forgot = Le routeur à { $router } a oublié les entrées qu’il avait ouvertes. Il a sans doute redémarré
news-entrance-listed = Cette entrée est maintenant dans la liste du routeur : { $service }
news-entrance-gone = Cette entrée n’est plus dans la liste du routeur : { $service }
news-lease-ended = Cette entrée s’est verrouillée, car son temps était écoulé : { $service }
news-entrance-changed = Cette entrée mène maintenant ailleurs ou est désactivée : { $service }
news-renewed = Cette entrée reste ouverte : { $service }
news-put-back = Cette entrée avait disparu et a été rouverte : { $service }
news-not-renewed = Cette entrée n’a pas pu être gardée ouverte : { $service }. { $why }
news-phone-system-moved = Le standard a déménagé : il était à { $was }, il est à { $now }
news-phone-system-away = Personne ne répond plus à l’adresse du standard : { $address }
news-phone-system-back = Le standard répond de nouveau : { $address }
news-stopped = Le standard ne répond plus ici : { $service }
news-answers = Le standard répond de nouveau ici : { $service }
news-proved = Prouvée de l’extérieur : { $service }
news-no-longer-proved = N’est plus atteinte de l’extérieur : { $service }
news-exposed = Ouverte sur la rue, mais doit rester verrouillée : { $service }
news-locked-again = De nouveau verrouillée, comme il se doit : { $service }
news-visitor-shut-out = Ce visiteur n’est plus admis : { $visitor }
news-solved = Résolu : { $headline }

renewal-gone = Quelqu’un l’a retirée de la liste du routeur. Rouvrez-la si vous la voulez encore
renewal-changed-since = Quelqu’un l’a changée sur le routeur, donc on n’y a pas touché
renewal-refused = Le routeur a dit non ({ $code })
renewal-failed = Le routeur n’a pas répondu correctement. On essaiera encore

## One sentence over everything

top-ready = Vos entrées sont ouvertes, et un visiteur de l’extérieur l’a prouvé
top-ready-until = Vos entrées sont ouvertes et prouvées, mais seulement jusqu’au { $until }
top-ready-voices = Vos entrées sont ouvertes. Seul un appel peut prouver le son
top-ready-voices-until = Vos entrées sont ouvertes, mais seulement jusqu’au { $until }
top-ready-needed = Ce qu’il vous faut est ouvert, et un visiteur de l’extérieur l’a prouvé
top-ready-needed-until = Ce qu’il vous faut est ouvert et prouvé, mais seulement jusqu’au { $until }
top-was-ready = Vos entrées étaient ouvertes quand nous avons regardé, le { $at }. Vérifiez de nouveau si elles le sont encore
top-action-needed = Il reste quelque chose à faire. Commencez par le premier point ci-dessous
top-could-not-check = Nous n’avons pas pu vérifier. Cela ne dit encore rien de vos entrées

# The saved report asks for the same sentence under the verdict’s own name.
verdict-ready = { top-ready }
verdict-action-needed = { top-action-needed }
verdict-could-not-check = { top-could-not-check }

# The sentence below it.
proved-all = Chaque entrée est prouvée de l’extérieur. Vérifié le { $at }.
proved-heard = Chaque entrée qui peut répondre est prouvée de l’extérieur, et vous avez entendu le son dans les deux sens le { $day }. Vérifié le { $at }.
proved-all-but-voices = Chaque entrée qui peut répondre est prouvée de l’extérieur. Les voix ne répondent que pendant un appel. Vérifié le { $at }.
proved-some = { $proved } entrées sur { $total } prouvées de l’extérieur. Vérifié le { $at }.
proved-nothing-wanted = D’après vos réponses, aucune entrée n’est nécessaire. Vérifié le { $at }.

# What a proof does not show.
not-shown-which-machine = { $service } : la réponse convient à votre standard, mais une autre machine du bureau pourrait répondre de même.
not-shown-street = { $service } : rien n’a dit dans quelle rue se tenait le visiteur.
not-shown-other-ports = { $service } : un appel avait du son dans les deux sens, et les autres portes des voix n’ont pas été essayées.

## The two safety tests

safety-guest-calls = Le standard accepte-t-il les appels d’inconnus ?
    .lead = Un appel sans mot de passe va à un nom inventé, fait de lettres, qu’aucun téléphone n’a. Il est terminé aussitôt, quelle que soit la réponse.
    .ask = Faire cet appel ?
safety-guest-calls-safe = Les appels d’inconnus sont refusés
safety-guest-calls-unsafe = L’appel d’un inconnu a été pris
safety-guest-calls-untold = Pas de réponse claire
safety-name-leak = Dit-il aux inconnus quels numéros existent ?
    .lead = On lui demande deux noms sans mot de passe : un nom inventé, et { $extension }. Les deux réponses devraient être les mêmes.
    .ask = Demander ces deux noms ?
safety-name-leak-safe = Les deux noms reçoivent la même réponse
safety-name-leak-unsafe = Les réponses disent quels numéros existent
safety-name-leak-untold = Pas de réponse claire
safety-may-be-counted = Un vigile à côté du standard compte peut-être cela comme l’essai d’un inconnu. Deux essais de ce genre sont bien en dessous de ce qui exclut quelqu’un.
safety-not-made = Ce test n’a pas été fait.

## What is being done now

doing-adapters = On regarde le réseau de cet ordinateur
doing-routers = On cherche votre routeur
doing-mappings = On lit la liste des entrées du routeur
doing-looking-round = On fait le tour du réseau de votre bureau
doing-asking = On demande à l’intérieur : { $service }
doing-opening = On ouvre : { $service }
doing-undoing = On reprend : { $service }
doing-renewing = On demande plus de temps : { $service }
doing-repairing = On enlève et on remet : { $service }
doing-knocking = On frappe de l’extérieur : { $service }
doing-reaching-helper = On appelle l’assistant
doing-helper-knocks = L’assistant frappe de l’extérieur
doing-doorman = On envoie des lettres devant le portier
doing-stun = On demande votre adresse de rue au serveur nommé
doing-way-out = On essaie les sorties
doing-safety = On essaie ce que peut faire un inconnu

## The plan

intent-open = On demandera à votre routeur de l’ouvrir
intent-already-there = Existe déjà
intent-held-by-another = Appartient à un autre appareil ({ $client }), donc nous n’y touchons pas
intent-listed-wrong = Existe mais mène au mauvais endroit ; à changer à la main
intent-by-hand = À faire à la main.
intent-over-ipv6 = En IPv6, vers { $address } :
intent-over-ipv6-unknown = En IPv6 :
intent-over-ipv6-offered = Votre routeur peut aussi laisser entrer les téléphones en IPv6. Pour ouvrir là aussi, lancez entrance open --ipv6
intent-over-ipv6-there = Les ouvertures en IPv6 se font sur le standard lui-même. Lancez-y :
intent-stay-shut = Reste verrouillée
intent-must-get-out = Doit pouvoir sortir ; n’a pas besoin d’entrée

by-hand-no-requests = Votre routeur ne prend pas de demandes, donc vous faites cette règle vous-même.
by-hand-behind-another-wall = Pas encore. Un autre mur se dresse devant le vôtre, donc une porte ici ne mènerait nulle part.
by-hand-only-for-the-asker = Votre routeur n’ouvre qu’à l’appareil qui demande, donc celle-ci se fait à la main.
by-hand-too-many-ports = Ce sont trop de portes à ouvrir une à une. Une seule règle faite à la main les couvre toutes.
by-hand-calls-unknown = Nous ne savons pas combien d’appels vous faites à la fois. Une seule règle faite à la main couvre toutes les portes.
by-hand-no-phone-system = Nous ne savons pas encore où est le standard, donc aucune porte ne peut y mener.
by-hand-list-unread = Le routeur n’a pas montré sa liste, et nous n’écrasons rien à l’aveugle.
by-hand-sensitive-port = Cette porte appartient peut-être à autre chose, donc c’est à une personne de décider.

hindrance-nobody-holds-it = Le routeur a dit non, bien que la porte soit libre.
hindrance-another-device = Un autre appareil a cette porte.
hindrance-does-not-read-back = Le routeur a dit oui, mais il n’a pas la porte dans sa liste.
hindrance-changed-since = Quelqu’un a changé cette règle depuis, donc nous n’y avons pas touché.
hindrance-gone = Elle a disparu avant l’heure ; quelqu’un l’a peut-être enlevée. Elle ne revient que si vous dites oui.
hindrance-not-put-back = Le routeur ne l’a pas reprise après l’avoir enlevée. Ouvrez-la de nouveau, ou faites-la à la main.
hindrance-ends-by-itself = Le routeur ne la reprend pas avant l’heure, elle a donc reçu le temps le plus court. Regardez de nouveau dans quelques minutes.
hindrance-no-answer = Le routeur n’a pas donné de réponse correcte.
hindrance-cancelled = Vous avez arrêté avant celle-ci.
hindrance-journal-not-written = Nous n’avons pas pu le noter, donc on n’a rien demandé au routeur.

walker-colleague = un collègue chez lui
walker-step-outside = cet ordinateur dans une autre rue
walker-helper = un assistant permanent

address-from-router = dit par votre routeur
address-from-phones-use = d’après le nom qu’utilisent les téléphones à l’extérieur
address-from-typed = comme vous l’avez tapée
address-from-stun = dit par le serveur que vous avez nommé
address-from-outside = vue de l’extérieur

## What is wrong, in the owner’s words

symptom-do-not-ring = Les téléphones à l’extérieur ne sonnent pas
symptom-no-sound = Pas de son, ou dans un seul sens
symptom-cannot-sign-in = Les téléphones à l’extérieur ne peuvent pas se connecter
symptom-hud = La fenêtre HUD ne se connecte pas
symptom-other-office = L’autre site n’est pas joignable
symptom-just-check = Rien, ou je ne sais pas : juste vérifier

## Who or what is outside

use-remote-phones = Des téléphones hors du bureau
    .help = Un téléphone de bureau à la maison, ou dans une petite agence sans standard.
use-apps = Des applications sur un mobile ou un portable
    .help = HUD, ou toute application qui appelle ou qui montre qui téléphone.
use-site-link = Un autre site avec son propre standard
    .help = Les deux standards se passent des appels.
use-sip-trunk = Un opérateur téléphonique qui appelle sans s’identifier
    .help = Rare. La plupart des standards s’identifient eux-mêmes chez leur opérateur. Il ne faut alors pas d’entrée pour cela.
use-fax = Le fax par Internet
    .help = Des fax ou des serveurs de fax qui envoient par le standard.
use-provisioning = Des téléphones à l’extérieur prennent leurs réglages au bureau
    .help = Seulement pendant que vous installez de nouveaux téléphones. Cela ne devrait pas rester ouvert.
use-admin = Les pages du standard lui-même
    .help = C’est une armoire qui doit rester verrouillée.
use-internal = Des échanges à l’intérieur du bureau seulement
    .help = N’a pas besoin d’entrée.
use-outbound = La sortie du standard
    .help = N’a pas besoin d’entrée.
use-phones = Les pages des téléphones de bureau
    .help = Elles ne doivent jamais être joignables de l’extérieur.

## Questions

ask-symptom = Qu’est-ce qui ne va pas ?
    .why = Nous mettons d’abord les réponses qui conviennent à votre souci. Rien n’est caché.
    .default = Si vous n’êtes pas sûr, vérifiez simplement. Nous regardons tout de toute façon.
    .help = Choisissez ce qui vous gêne le plus. Vous pourrez vérifier de nouveau plus tard pour autre chose.
ask-using = Qui est à l’extérieur ?
    .why = Chaque sorte de visiteur a besoin de sa propre entrée. Ce dont personne n’a besoin reste verrouillé.
    .default = Si vous ne savez pas, nous prévoyons des téléphones hors du bureau.
    .help = Cochez tout ce qui convient. Si vous n’avez qu’un opérateur téléphonique, et que votre standard s’identifie chez lui, vous n’avez peut-être besoin d’aucune entrée.
ask-phones-use = Quel nom ou quelle adresse de serveur a-t-on tapé dans les téléphones à l’extérieur ?
    .why = La meilleure entrée n’aide pas si les téléphones frappent à une autre maison.
    .default = Si vous ne savez pas, nous demandons votre adresse de rue à votre routeur.
    .help = Sur le téléphone, cherchez le serveur dans le menu, sous État (Status) ou Compte (Account). Dans une application, regardez les réglages du compte.
ask-calls = Combien d’appels avez-vous à la fois au moment le plus chargé ?
    .why = Chaque appel a besoin de deux petites portes pour son son. Moins de portes, c’est plus sûr.
    .default = Si vous ne savez pas, prévoyez une seule règle pour tous. Un quart de l’équipe est une bonne estimation.
    .help = Comptez les appels vers l’extérieur, pas ceux d’un bureau à l’autre.
ask-trusted = Seuls certains lieux doivent-ils pouvoir entrer ?
    .why = Une liste des invités tient les inconnus loin de vos téléphones et de votre facture.
    .default = Si vous laissez ceci vide, tout le monde peut frapper, et nous vous en avertissons.
    .help = Tapez les adresses de rue des logements et bureaux de confiance, séparées par des virgules. L’adresse d’un logement peut changer.
ask-system = Quel standard téléphonique avez-vous ?
    .why = Chaque sorte écoute à d’autres portes.
    .default = Si vous ne savez pas, laissez « Je ne sais pas ». Nous prévoyons alors ce qu’utilisent la plupart.
    .help = Le nom est sur l’appareil, sur sa page web, ou sur la facture de la personne qui s’en occupe.
ask-pbx = Quelle est l’adresse du standard dans votre bureau ?
    .why = Les entrées doivent mener à la bonne pièce.
    .default = Si vous ne savez pas, laissez-nous faire le tour du réseau de votre bureau. Nous demandons d’abord.
    .help = Sur un téléphone de bureau, ouvrez le menu, puis État (Status), et cherchez { "SIP server" }. Cela ressemble souvent à 192.168.1.20.

## The steps

step-welcome = Bienvenue
    .title = Votre bureau est-il ouvert aux appels ?
    .lead = Nous regardons votre routeur (votre box) et votre standard, puis nous frappons de l’extérieur. Rien ne change sans votre oui.
step-questions = Qu’est-ce qui ne va pas ?
    .title = Dites-nous-en un peu plus
    .lead = Quelques questions courtes, pour n’ouvrir que ce qu’il vous faut. Vous pouvez toujours choisir « Je ne sais pas ».
step-router = Votre bâtiment
    .title = Votre bâtiment
    .lead = Votre routeur est le mur extérieur de votre bâtiment. Pour l’instant nous le regardons seulement, sans rien changer.
step-phones = Standard téléphonique
    .title = Votre standard téléphonique
    .lead = Les entrées doivent mener à votre standard. Dites-nous où il est, ou laissez-nous faire le tour du réseau de votre bureau.
step-knock = Premiers coups
    .title = Frapper de l’extérieur
    .lead = Seul un visiteur d’une autre rue peut prouver qu’une porte s’ouvre. Frapper ne change rien.
step-offer = Le plan
    .title = Le plan
    .lead = Voici ce que nous ouvririons, et ce qui reste verrouillé. Rien ne se passe avant votre oui.
step-opening = Ouverture
    .title = Ouverture des entrées
    .lead = Une entrée à la fois. Chacune est d’abord notée, et vous pouvez reprendre chacune d’elles.
step-by-hand = Pour durer
    .title = Pour que cela dure
    .lead = Ces règles restent dans votre routeur jusqu’à ce que vous les supprimiez. Suivez les étapes, et copiez les numéros du tableau.
step-checking = Vérification
    .title = Nouvelle vérification
    .lead = Nous regardons et demandons encore une fois. Rien n’est changé.
step-results = Résultats
    .title = Vos entrées
    .lead = Ce que nous avons vu, d’où, et ce qu’il faut faire ensuite. Rien d’autre ne change sans votre oui.
step-helping = Aider
    .title = Aider un collègue
    .lead = Vous frappez au bureau de votre collègue depuis votre propre rue. Vous voyez d’abord où et combien de fois, et rien n’est envoyé avant votre oui.

## Keep it safe

advice-voicemail-callout = La messagerie vocale ne peut pas passer d’appels
    .why = Sinon, un inconnu qui devine un code de messagerie peut appeler partout à vos frais. Sur le standard, mettez « Enable Callout » sur non pour chaque personne.
advice-international-dialling = Les appels vers l’étranger sont bloqués, sauf besoin
    .why = Les appels volés vont presque toujours à l’étranger. Verrouillez la règle des appels vers l’étranger, et ne touchez jamais aux numéros d’urgence : ils doivent toujours marcher.
advice-phones-not-exposed = Aucun téléphone de bureau n’est joignable de la rue
    .why = La page web d’un téléphone montre son mot de passe. Aucune règle de votre routeur ne doit mener à un téléphone de bureau.
advice-alg-off = Le portier du routeur est désactivé
    .why = Un routeur qui réécrit les lettres croit bien faire, mais les appels y perdent leur son ou leur sonnerie. Le guide de votre routeur nomme le réglage.
advice-trusted-sources = Seuls les lieux de confiance peuvent entrer
    .why = Des inconnus essaient chaque sonnette ouverte. Une liste des invités les tient dehors, même si un mot de passe est faible.
advice-address-reservation = Le standard garde son adresse
    .why = S’il change de pièce, les entrées ne mènent plus à personne. Réservez son adresse dans votre routeur.

practice-group-well = Tout va bien
practice-group-opening = Des entrées à ouvrir
practice-group-refused = Le routeur dit non
practice-group-astray = Des entrées qui mènent ailleurs
practice-group-network = Murs et rues autour du bureau
practice-group-phone-system = Le standard n’est pas là
practice-group-visitors = Des visiteurs qui ne prouvent rien
practice-group-calls = Des appels qui échouent
practice-group-since = Cela marchait avant
practice-group-strangers = Des inconnus entrent

## Practice offices

practice-a-week-at-most = La porte d’une semaine : le routeur ne fait aucune ouverture sans fin
practice-address-unknown = Pas de numéro de rue : personne ne sait dire l’adresse de rue
practice-all-well = Tout va bien : les entrées sont ouvertes, et seuls les invités entrent
practice-another-holds-it = Déjà prise : une règle faite à la main donne cette entrée à une autre machine
practice-another-number = Un autre numéro : le routeur donne une porte que les téléphones ne connaissent pas
practice-asked-from-inside = Demandé de l’intérieur : lancé sur le standard, où le routeur ouvre à celui qui demande
practice-asks-for-itself = Il demande lui-même : un gardien prudent ouvre pour le standard lui-même
practice-bell-held-back = La sonnette muette : d’autres portes s’ouvrent, seule la sonnette est retenue
practice-by-hand-and-well = Fait à la main : des règles qu’aucune liste ne montre, et toutes marchent
practice-cabinet-open = Une armoire ouverte : la page d’administration est joignable de la rue
practice-calls-unknown = Trop de portes : il faut une seule règle pour toutes les voix
practice-door-locks-itself = La porte qui se verrouille : le routeur ne l’ouvre que pour sept jours
practice-doorman = Le portier : le routeur ouvre les lettres et y écrit une autre adresse
practice-entrance-gone = La porte disparue : une entrée qui existait n’est plus là
practice-everyone-welcome = Tout le monde est bienvenu : tout marche, mais sans liste des invités
practice-filter-upstream = La rue barrée : le fournisseur d’accès retient les visiteurs
practice-full-wall = Plus de place dans le mur : la liste du routeur est pleine
practice-gatekeeper-forbids = Le gardien dit non : il ne peut ouvrir à personne, pas même à celui qui demande
practice-guest-wifi = La salle d’attente : cet ordinateur est sur le Wi-Fi invité
practice-helper-away = Le visiteur jamais venu : celui qui doit frapper est injoignable
practice-hand-beats-list = La règle plus ancienne : une règle faite à la main passe avant la liste
practice-hud-off = La table HUD est vide : les appels marchent, mais HUD est désactivé
practice-keeps-what-it-has = Le routeur qui ne rend rien : une entrée est coincée, et il ne veut pas l’enlever
practice-letters-kept = La boîte aux lettres qui avale : certaines lettres n’arrivent jamais
practice-moved-room = Le bureau déménagé : le standard a une autre adresse à l’intérieur
practice-new-house-number = Un nouveau numéro de rue : l’adresse de rue a changé pendant la nuit
practice-newer-address = L’adresse plus récente : le bureau a aussi IPv6, et personne n’y a regardé
practice-both-kinds = Deux sortes d’adresse : les téléphones entrent par les deux, et personne n’a frappé à la nouvelle
practice-newer-door-unused = La porte inutilisée : elle est ouverte pour la nouvelle sorte d’adresse, et personne n’écoute derrière
practice-only-the-older-kind = L’ancienne sorte seulement : le routeur n’a plus de place pour la nouvelle
practice-no-address-of-its-own = La porte empruntée : cette ligne n’a qu’IPv6, et partage l’ancienne sorte d’adresse
practice-no-house-number = Pas de numéro de rue : le routeur n’a pas d’adresse dehors et n’ouvre rien
practice-no-way-out = La porte de derrière bloquée : on entre, mais le standard ne peut pas sortir partout
practice-not-allowed = Seulement dehors : cet ordinateur ne peut pas parler à son propre bureau
practice-own-firewall = Le portier en travers : cet ordinateur ne laisse entrer aucune réponse courte
practice-answer-lost = Personne n’entend le portail : le routeur est là, et sa réponse se perd
practice-no-upnp = Pas de demandes : ce réglage du routeur est désactivé, donc on fait à la main
practice-nobody-agreed = Le plan dans le tiroir : personne n’a dit oui, et rien n’a été ouvert
practice-nobody-found = L’annuaire vide : le standard est introuvable
practice-not-plugged-in = La pièce sans porte : cet ordinateur n’est pas branché
practice-nothing-opened = Rien n’est encore ouvert : un routeur serviable attend qu’on lui demande
practice-odd-end = La drôle de fin : le routeur finit sa liste à sa façon
practice-older-tongue = L’ancienne langue : le routeur parle deux langues et n’accorde que dans l’ancienne
practice-only-for-the-asker = Seulement pour qui demande : le routeur n’ouvre qu’à l’appareil qui demande
practice-own-bell = Sa propre sonnette : le routeur garde la sonnette pour son propre service téléphonique
practice-phone-on-the-pavement = Le téléphone sur le trottoir : la page d’un téléphone de bureau est joignable de la rue
practice-phone-system-off = Personne n’est là : le standard est éteint
practice-phones-look-inside = Le mauvais carnet d’adresses : les téléphones à l’extérieur cherchent une adresse de l’intérieur
practice-ppp-line = L’ancienne ligne : un routeur dont la seule connexion est PPP
practice-round-the-house = Le tour de la maison : le visiteur n’a jamais quitté la rue du bureau
practice-router-refuses = Le gardien prudent : chaque appareil ne peut ouvrir une porte que vers lui-même
practice-router-restarted = Le mur oublieux : le routeur a redémarré et a oublié les entrées
practice-router-says-no = Le mur têtu : le routeur dit non et ne donne pas de raison
practice-second-building = Un second bâtiment : un autre routeur entoure celui-ci
practice-shared-tower = La tour partagée : beaucoup de clients, une seule porte d’entrée
practice-silent-walk = Le passage muet : le visiteur n’entend rien, ce qui ne prouve rien
practice-stranger-at-the-bell = L’inconnu à la sonnette : une autre machine répond dehors
practice-stuck-entrance = L’entrée coincée : elle est dans la liste, et personne ne passe avant qu’on la remette
practice-switched-off = La clé tournée : l’entrée est faite, mais désactivée
practice-taken-over = Devancé : un autre appareil prend la porte avant qu’on regarde de nouveau
practice-through-a-tunnel = Le tunnel : un VPN est sur le chemin
practice-tower-with-a-newer-door = La tour à la nouvelle porte : une porte d’entrée commune, et une à soi par la nouvelle sorte d’adresse
practice-two-boxes = Deux murs : la box du fournisseur et le routeur du bureau répondent tous deux
practice-two-phone-systems = Deux standards : l’ancien n’a jamais été éteint
practice-two-numbers = Deux numéros de rue : le routeur dit l’un, la rue voit l’autre
practice-two-routers = Deux portails : un second routeur répond sur le même réseau
practice-unnamed-street = La rue sans nom : personne ne sait où se tenait ce visiteur
practice-visitor-shut-out = L’invité banni : un visiteur est admis, et un autre ne l’est pas
practice-talks-to-strangers = L’employé bavard : les inconnus peuvent appeler, et apprennent qui travaille ici
practice-voice-partly-open = Des portes coincées : deux portes des voix sur dix restent coincées, et un témoin à l’intérieur le montre
practice-wrong-desk = La mauvaise table : l’entrée mène à un autre numéro à l’intérieur
practice-wrong-device = La mauvaise pièce : l’entrée mène à un téléphone de bureau
practice-yes-and-forgotten = Oui, puis oublié : le routeur dit oui et ne retient rien

## Making it by hand. Menu paths come from the router’s own file, as the device shows them.

guide-for = À la main, étape par étape : { $router }
guide-intro = Ces étapes font les entrées dans votre routeur à la main. Les règles faites à la main restent jusqu’à ce que vous les supprimiez.
guide-open-settings = Ouvrez la page de réglages du routeur dans un navigateur web : { $address }. Le mot de passe est souvent sur une étiquette du routeur.
guide-open-others = Si aucune page ne s’y ouvre, essayez : { $addresses }
guide-open-other = Ouvrez les réglages du routeur. Cette famille les a ici : { $way }
guide-open-unknown = Ouvrez la page de réglages du routeur dans un navigateur web. Son adresse est celle que cet ordinateur appelle passerelle par défaut. Le mot de passe est souvent sur une étiquette du routeur.
guide-look-for = Cherchez une page qui fait des règles pour les visiteurs venant d’Internet. Les fabricants l’appellent : { $words }
guide-go-to = Allez à : { $path }
guide-add-rule = Ajoutez une règle pour chaque ligne du tableau ci-dessous. Copiez les numéros exactement, et choisissez UDP ou TCP comme dans le tableau. Enregistrez à la fin.
guide-range-hint = S’il n’y a qu’un champ pour une plage, tapez le premier et le dernier port avec un tiret ou un deux-points entre eux, comme le montre la page. Les ports extérieurs et intérieurs doivent être les mêmes.
guide-reserve = Réservez l’adresse du standard, pour que les règles continuent d’y mener : { $path }
guide-reserve-look-for = Réservez l’adresse du standard, pour que les règles continuent d’y mener. Les fabricants appellent cela : { $words }
guide-alg-off = Assurez-vous que le routeur ne réécrit pas les appels (SIP ALG). Sur ce routeur, le réglage s’appelle : { $name }. Comment le désactiver : { $path }
guide-alg-none = Personne ne connaît de réglage sur ce routeur qui l’empêche de réécrire les appels (SIP ALG). Si les appels perdent leur son, utilisez un autre port SIP ou un SIP chiffré, ou un routeur à vous.
guide-alg-look-for = Assurez-vous que le routeur ne réécrit pas les appels (SIP ALG). Désactivez-le là où vous le trouvez, redémarrez le routeur et vérifiez de nouveau. Les fabricants l’appellent : { $words }
guide-upnp = Si vous préférez que ce programme ouvre les entrées, activez UPnP ici : { $path }
guide-upnp-look-for = Si vous préférez que ce programme ouvre les entrées, activez UPnP. Les fabricants l’appellent : { $words }
guide-upnp-none = Ce routeur n’offre pas UPnP, donc les règles se font toujours à la main.
guide-mark-unconfirmed = (non confirmé sur un appareil réel : le vôtre peut différer)
guide-different = Si un menu de votre routeur est différent, cherchez ces mots : { $words }. Les pages d’aide du fabricant montrent où ils sont. Dans le doute, ne changez rien et demandez à la personne qui a installé le routeur.
guide-commands = Ou collez des commandes : { $title }
guide-commands-into = Collez-les ici : { $place }
guide-commands-source = Source : { $source }
guide-commands-unconfirmed = Nous n’avons pas pu essayer ces commandes sur un appareil réel. Lisez chaque ligne avant de la coller, et sauvegardez d’abord les réglages du routeur.
guide-commands-replace = Avant de coller, remplacez { $word }. Ceci le montre : { $command }
guide-commands-guests-left-out = Votre liste des invités n’est pas dans ces commandes, car la ligne de commande de ce routeur ne peut pas la contenir sûrement : elles laissent entrer tout le monde. Mettez d’abord la liste des invités sur le pare-feu du standard lui-même.
guide-commands-too-long = Absent de ces commandes : { $name } ({ $ports }). Ce routeur veut une ligne par port. Dites combien d’appels vous faites à la fois, pour que la plage soit plus courte.
guide-commands-none = Pas de commandes à coller pour ce routeur. { $reason }
guide-block-first-time = Seulement si ce routeur n’a jamais rien redirigé
guide-block-open = Faire les entrées
guide-block-take-back = Les reprendre
guide-block-reserve = Réserver l’adresse du standard
guide-block-doorman-off = Désactiver le portier (SIP ALG)
guide-never-dmz = Ne mettez jamais le standard dans la DMZ, et ne redirigez jamais tous les ports. Cela ouvre toutes les armoires sur la rue.
guide-generic-hint = Nous ne connaissons pas ce routeur. Cherchez une page nommée redirection de port, serveur virtuel ou NAT. Les pages d’aide du fabricant montrent où elle est.
guide-sources-hint = Si la page a un champ pour l’adresse source ou distante, mettez-y les sources autorisées du tableau. Si elle n’en a pas, réglez-les sur le pare-feu du standard.
guide-notes = Pour le technicien, en anglais : { $notes }
guide-afterwards = Quand vous avez enregistré les règles, revenez et vérifiez de nouveau.

rule-name = Nom
rule-protocol = Protocole
rule-outside-ports = Ports extérieurs
rule-inside-address = Adresse intérieure
rule-inside-ports = Ports intérieurs
rule-sources = Sources autorisées
rule-everyone = tout le monde

## Something did not work

problem-unknown = Quelque chose n’a pas marché
    .action = Essayez encore. Si cela se reproduit, enregistrez le rapport et envoyez-le à la personne qui vous aide.
    .detail = { $why }
problem-no-network = Cet ordinateur n’est relié à aucun réseau
    .action = Branchez le câble réseau, ou connectez-vous au Wi-Fi de votre bureau. Puis essayez encore.
problem-router-gone = Votre routeur n’est plus où il était
    .action = Vérifiez que vous êtes sur le réseau de votre bureau. Puis cherchez de nouveau le routeur.
problem-journal-not-written = Nous n’avons pas pu noter le changement, donc rien n’a été changé
    .action = Faites de la place sur le disque, et vérifiez que vous pouvez écrire dans votre propre dossier. Puis essayez encore.
    .detail = { $why }
problem-watch-busy = Ce programme tourne déjà une autre fois et s’occupe de ce bureau
    .action = Fermez l’autre (processus { $pid }, depuis { $since }), ou laissez-le continuer.
problem-not-a-time = { $word } n’est pas une durée entre dix secondes et un jour
    .action = Tapez un nombre et une unité, comme 15m ou 1h.
problem-journal-busy = Ce programme tourne une autre fois et change le routeur en ce moment
    .action = Attendez que l’autre ait fini (processus { $pid }, depuis { $since }). Puis essayez encore.
problem-phone-not-an-address = { $word } n’est pas une adresse
    .action = Tapez quatre nombres séparés par des points, comme 192.168.1.20.

problem-code-mistyped = Il y a une faute de frappe dans le groupe { $group } du code
    .action = Comparez le groupe { $group } (« { $text } ») avec le code qu’on vous a envoyé. Puis essayez encore.
problem-code-cut = La fin du code manque
    .action = Copiez tout le code et collez-le de nouveau. Il manque { $missing ->
        [one] un caractère
       *[other] { $missing } caractères
    }.
problem-code-expired = Ce code est trop vieux
    .action = Demandez un nouveau code au bureau. Celui-ci a pris fin le { $since }.
problem-code-foreign = Ce code répond à une autre invitation
    .action = Demandez à votre collègue la réponse au dernier code que vous avez envoyé. Ou faites un nouveau code.
problem-code-not-a-code = Ceci n’est pas un code de ce programme
    .action = Copiez de nouveau le code, du premier au dernier caractère.
problem-code-wrong-kind = C’est l’autre sorte de code
    .action = Collez le code du bureau là où vous voulez aider. Collez la réponse du collègue au bureau.
problem-code-other-version = Ce code vient d’une autre version de ce programme
    .action = Installez la dernière version des deux côtés. Puis faites un nouveau code.
problem-code-changed = Ce code a été changé en route
    .action = Demandez à votre collègue de renvoyer le code. N’utilisez pas celui-ci.
problem-code-used = Ce code a déjà servi
    .action = Faites un nouveau code. Chacun ne sert qu’une fois.

# The witness on the phone system.
problem-not-a-voice-code = Ce code ne demande pas de voix
    .action = Faites un nouveau code, en choisissant aussi les téléphones à l’extérieur. Ou tapez vous-même le premier et le dernier numéro.
problem-not-a-port-range = { $word } n’est pas une plage de portes des voix
    .action = Tapez le premier et le dernier avec un tiret entre eux, comme 10000-20000. Le premier est 1024 ou plus, et il y en a { $most } au plus.
problem-witness-nothing-free = Aucune des portes des voix dans { $ports } n’est libre
    .action = Vérifiez que ce sont bien les numéros des voix du standard, et qu’aucun autre témoin ne s’y tient.
problem-witness-failed = Le témoin n’a pas pu se placer derrière les portes des voix
    .action = Vérifiez que cet ordinateur a un réseau. Puis essayez encore.
    .detail = { $why }
problem-sweep-no-witness = Aucun témoin n’a répondu, donc toutes les portes des voix n’ont pas été essayées
    .action = Lancez le témoin sur le standard avec ce même code. Puis repassez.
problem-sweep-too-soon = Toutes les portes des voix ont été essayées il y a moins d’une heure, donc quelques-unes seulement cette fois
    .action = Attendez que l’heure soit écoulée. Puis repassez.
problem-sweep-cut-short = Un routeur en chemin n’avait pas de place pour tant de portes, donc quelques-unes seulement ont été essayées
    .action = Attendez quelques minutes et repassez, ou essayez depuis une autre rue.


problem-walk-own-address = { $address } est la rue de cet ordinateur même, donc ce n’est pas l’extérieur
    .action = Coupez le Wi-Fi de votre mobile et utilisez son internet. Ou demandez à un collègue chez lui.
problem-walk-refused-address = On ne doit pas frapper à { $address }, car ce n’est pas une adresse de rue
    .action = Demandez au bureau de vérifier son adresse de rue et de faire un nouveau code.
    .detail = { $address } est de la sorte { $kind } ; on ne va qu’aux adresses publiques.
problem-invite-needs-ipv4 = Pour frapper, il faut votre adresse de rue IPv4, et { $address } n’en est pas une
    .action = Tapez l’adresse IPv4 de votre bureau. Elle ressemble à 198.51.100.7.
problem-invite-nothing-to-knock = Il n’y a ici aucune entrée où un visiteur pourrait frapper
    .action = Choisissez qui est à l’extérieur, pour que nous sachions à quelles entrées frapper.
problem-unknown-phone-system = { $system } n’est pas un standard que cette version connaît
    .action = Choisissez le vôtre dans la liste. Si un code l’a nommé, installez la dernière version.
problem-walk-no-network = Il n’y a pas d’autre rue où aller
    .action = Partagez l’internet de votre mobile par câble, ou connectez-vous à son partage Wi-Fi. Puis essayez encore.
problem-no-street-address = Votre adresse de rue n’est pas encore connue
    .action = Tapez le nom de serveur réglé dans les téléphones à l’extérieur, ou votre adresse de rue.

problem-interface-unknown = Cet ordinateur n’a pas de réseau nommé { $interface }
    .action = Choisissez l’un de ceux-ci : { $known }.
problem-unknown-system = { $word } n’est pas un standard que nous connaissons
    .action = Choisissez l’un de ceux-ci : { $known }.
problem-profile-unsound = Le fichier de standard { $profile } { $why ->
        [id] a besoin d’un nom court en minuscules, chiffres et tirets, et d’un nom pour les gens
        [taken] a le nom court d’un standard intégré
        [based-on] ne dit pas à quel standard intégré il ressemble
        [too-many] a trop de lignes
        [row-id] a une ligne nommée { $row } deux fois, ou avec d’autres signes que minuscules, chiffres et tirets
        [ports] a de mauvais numéros dans la ligne { $row }
        [words] n’a pas de libellé, ou des textes trop longs, dans la ligne { $row }
        [feature] ne dit pas pour quelle fonction est la ligne { $row }
        [used-for] donne dans la ligne { $row } un usage que personne ne connaît
        [voices] a deux lignes obligatoires pour les voix : { $row } et { $other }
        [never] veut ouvrir la porte de la ligne { $row }, et la ligne { $other } la veut verrouillée
       *[lost] n’a pas la ligne { $row }, une armoire de { $other } qu’il faut toujours essayer
    }
    .action = Corrigez le fichier, ou faites-en un nouveau à partir d’un standard intégré. Le standard intégré reste comme il est.
problem-profile-set-aside = Cette version ne peut pas lire le fichier de standard { $file }, donc il est gardé sous { $kept_as }
    .action = Corrigez-le là et redonnez-lui son ancien nom, ou faites-en un nouveau à partir d’un standard intégré.
problem-profile-too-many = Vous avez déjà { $count } standards à vous
    .action = Supprimez du dossier de ce programme un fichier dont vous n’avez pas besoin.
problem-profile-unreadable = Le fichier de standard { $file } est illisible : { $why }
    .action = Corrigez le fichier, ou faites-en un nouveau à partir d’un standard intégré.
problem-profile-unknown-outside = { $system } a d’autres numéros que { $base }. Un visiteur ailleurs ne connaît que les numéros intégrés
    .action = Sortez plutôt avec cet ordinateur. Il connaît vos propres numéros.
problem-not-a-range = { $word } n’est pas un premier et un dernier numéro comme 12000-12099
    .action = Tapez deux numéros avec un tiret entre eux.
problem-unknown-use = { $word } ne convient pas à ce standard
    .action = Utilisez l’un de ces mots : { $fitting }.
problem-practice-unknown = Il n’y a pas de bureau d’entraînement nommé { $word }
    .action = Choisissez l’un de ceux-ci : { $known }.
problem-usage-command = Il n’y a pas de commande nommée { $word }
    .action = Tapez { $known ->
        [yes] { $fitting }, ou « { $program } --help » pour tout voir
       *[no] « { $program } --help » pour tout voir
    }.
problem-usage-option = { $word } n’existe pas ici
    .action = Tapez { $known ->
        [yes] { $fitting }, ou « { $program } --help » pour tout voir
       *[no] « { $program } --help » pour tout voir
    }.
problem-usage-value = { $word } ne convient pas à { $option }
    .action = Tapez { $known ->
        [yes] un de ces mots : { $fitting }
       *[no] « { $program } --help » pour voir ce qui convient
    }.
problem-usage-no-value = Il manque un mot après { $option }
    .action = Tapez « { $program } --help » pour voir ce qui existe.
problem-usage-missing = Il manque encore : { $word }
    .action = Ajoutez-le, ou tapez « { $program } --help » pour une vue d’ensemble.
problem-usage-conflict = { $option } et { $word } ne vont pas ensemble
    .action = Retirez l’un des deux.
problem-usage-other = Cette ligne de commande ne peut pas être lue : { $word }
    .action = Tapez « { $program } --help » pour voir ce qui existe.
problem-language-unknown = Il n’y a pas encore de mots en { $word }
    .action = Choisissez l’une de celles-ci : { $known }.

problem-file-unreadable = Le fichier { $file } est illisible
    .action = Vérifiez son nom, et que vous pouvez le lire.
problem-not-a-report = Le fichier { $file } n’est pas un rapport de ce programme
    .action = Choisissez un rapport que ce programme a enregistré.
problem-newer-report = Le fichier { $file } vient d’une version plus récente de ce programme
    .action = Installez la dernière version. Puis ouvrez-le de nouveau.

problem-sip-limit = Nous avons assez frappé pour l’instant
    .action = Attendez { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } et vérifiez de nouveau. Les standards excluent les visiteurs qui frappent trop souvent.
problem-nothing-to-undo = Il n’y a rien à reprendre
    .action = Continuez. Aucune des entrées de votre routeur n’a été ouverte par ce programme.
problem-nothing-to-renew = Il n’y a rien pour quoi demander plus de temps
    .action = Continuez. Aucune des entrées de votre routeur ne vient de ce programme.
problem-nothing-to-repair = Il n’y a rien à enlever et à remettre
    .action = Ouvrez d’abord l’entrée, ou faites-la à la main. Ce programme ne touche qu’à ce qu’il a fait lui-même.
problem-cancelled = Vous avez arrêté
    .action = Recommencez quand vous voulez. Ce qui a été fait jusque-là est dans la liste.
problem-still-inside = Cet ordinateur se tient encore dans votre bureau
    .action = Choisissez l’autre carte réseau, ou connectez-vous au partage Wi-Fi du mobile, puis frappez de nouveau.

## The standing helper did not work

problem-helper-unreachable = On n’a pas pu joindre l’assistant
    .action = Vérifiez que cet ordinateur a Internet. Puis essayez encore, ou demandez à la personne qui gère l’assistant.
    .detail = { $why ->
        [name] le nom dans le lien ne mène nulle part
        [refused] rien n’écoute à l’adresse du lien
        [silent] pas de réponse dans le délai
        [unreachable] pas de chemin vers l’adresse du lien
        [tls] il ne parlait pas TLS
        [time] pas de réponse dans le délai
        [lost] la connexion a été coupée
       *[other] { $why }
    }
problem-helper-wrong-key = L’assistant ne connaît pas la clé de ce lien
    .action = Demandez un nouveau lien à la personne qui gère l’assistant.
problem-helper-pin-differs = Quelqu’un d’autre répond à la place de l’assistant
    .action = Laissez ce lien de côté. Demandez à la personne qui gère l’assistant si elle l’a déplacé, et demandez un nouveau lien.
    .detail = La clé publique du certificat n’est pas celle que le lien fixe. Un programme qui regarde en chemin dans les connexions chiffrées fait cela aussi.
problem-helper-too-often = L’assistant a assez frappé ici pour l’instant
    .action = Attendez { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } et essayez encore.
problem-helper-busy = L’assistant a trop à faire en ce moment
    .action = Attendez { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } et essayez encore.
problem-helper-refuses-address = L’assistant ne frappe pas à { $address }
    .action = Utilisez un assistant qui se tient dehors, sur Internet. Il vous voit à votre propre adresse de rue.
    .detail = On ne va qu’aux adresses publiques, et à aucune qui a demandé à être laissée en paix. L’assistant a vu cette connexion venir de { $address }.
problem-helper-other-version = L’assistant utilise une autre version de ce programme
    .action = Installez la dernière version des deux côtés. Puis essayez encore.
problem-helper-not-understood = L’assistant a donné une réponse qui n’a pas de sens
    .action = Vérifiez le lien. Autre chose répond peut-être à son adresse.
problem-helper-not-in-practice = Un bureau d’entraînement a son propre visiteur
    .action = Laissez l’assistant de côté, ou vérifiez avec lui votre vrai bureau.
problem-helper-takes-no-letters = Cet assistant ne peut pas faire le test du portier
    .action = Utilisez un autre assistant, ou demandez à la personne qui gère celui-ci de lui laisser prendre des lettres.
    .detail = Il n’écoute sur aucun port SIP. Autre chose sur sa machine les tient peut-être ; son journal dit lesquels.
problem-helper-forgot-letters = L’assistant ne connaissait plus nos lettres
    .action = Essayez encore. Il faut les demander dans la minute et depuis la même rue.
    .detail = Le ticket a été donné à une autre adresse, ou ses 60 secondes étaient écoulées. Plusieurs assistants derrière une adresse, ou une ligne dont l’adresse change à chaque connexion, font cela.
problem-doorman-not-on-phone-system = Seul le standard lui-même peut envoyer depuis sa propre place
    .action = Laissez cette option de côté, ou lancez ce programme sur le standard.
    .detail = --doorman-from-5060 envoie depuis le port 5060. Depuis une autre machine, cela peut prendre le port du standard côté extérieur d’un routeur simple.
problem-helper-link-not-a-link = Ceci n’est pas le lien d’un assistant
    .action = Copiez le lien entier. Il commence par https et a un # au milieu.
problem-helper-link-cut = La fin du lien de l’assistant manque
    .action = Copiez le lien entier, avec tout ce qui suit le #. Les programmes de courrier le coupent souvent là.
problem-helper-cannot-listen = L’assistant ne peut pas écouter à { $address }
    .action = Choisissez une autre adresse, ou un autre numéro après le deux-points. Autre chose utilise peut-être celui-ci.
    .detail = { $why }
problem-helper-certificate-unusable = Le certificat de l’assistant est inutilisable
    .action = Déplacez les fichiers hors du dossier de l’assistant, et relancez-le. Il en fait de nouveaux, et a alors besoin d’un nouveau lien.
    .detail = { $why }
problem-helper-file-missing = Il manque à l’assistant le fichier { $file }
    .action = Mettez ce fichier en place à partir d’une copie, et le lien reste le même. Ou déplacez aussi { $other } : l’assistant refait alors les deux, et a besoin d’un nouveau lien.
problem-helper-key-not-a-key = La ligne { $line } des clés d’accès n’est pas une clé
    .action = Écrivez une clé par ligne : 32 des signes 0 à 9 et a à f.
problem-helper-no-key = L’assistant n’a pas de clé d’accès
    .action = Écrivez-en une dans access-keys.txt, dans son dossier : 32 des signes 0 à 9 et a à f. Ou déplacez ce fichier, et l’assistant fait une nouvelle clé.
problem-helper-too-many-ports = { $option } prend { $most } numéros au plus
    .action = Nommez-en moins.
problem-helper-nowhere = On a dit à l’assistant de n’écouter nulle part
    .action = Donnez-lui une adresse où écouter.

## The report as text


report-title = Rapport Separate Entrance du { $date } ({ $name } { $version })
report-office = Votre bureau
report-street-address = Adresse de rue
report-router = Routeur
report-phone-system = Standard téléphonique
report-unknown = inconnu
report-findings = Ce qui a été trouvé
report-no-findings = Rien ne fait obstacle.
report-action = Que faire : { $action }
report-about = Concerne : { $services }
report-detail = Pour le technicien : { $detail } [{ $code }]
report-folded = Ceci explique aussi : { $codes }
report-entrances = Entrées
report-locked = Doit rester verrouillé
report-cabinets = Armoires qui doivent rester verrouillées : { $shut ->
        [0] sur { $total }, aucune n’est encore prouvée verrouillée.
       *[other] { $shut } sur { $total } ont été essayées de l’extérieur et sont verrouillées.
    }
report-not-shown = Ce que la preuve ne montre pas
report-outbound = Sorties
report-outbound-lead = Pour la personne qui s’occupe du pare-feu : du standard vers Internet, ceci doit être autorisé. Rien de tout cela n’a besoin d’une entrée.
report-outbound-not-here = Ce qui a été essayé l’a été depuis cet ordinateur, qui n’est pas le standard.
rule-way-out-direction = Direction
rule-way-out-protocol = Protocole
rule-way-out-ports = Ports
rule-way-out-purpose = Pour quoi
rule-way-out-tried = Essayé
report-outbound-out = sortie
report-outbound-provider = Le serveur de l’opérateur téléphonique
way-out-reachable = la sortie est libre
way-out-blocked = la sortie est bloquée
way-out-not-checked = pas essayé
report-unconfirmed = non confirmé par le fabricant
report-changes = Ce qu’on a demandé au routeur
report-walks = Passages à l’extérieur
report-streets = Vu de chaque rue
report-street-other = d’une autre rue
report-street-same = de la rue du bureau lui-même, donc pas de l’extérieur
report-street-unknown = rue inconnue
report-street-lies = cette rue répond pour d’autres
report-trouble-no-way-out = le visiteur n’avait pas de sortie
report-trouble-limit = on a assez demandé pour l’instant
report-trouble-time = le temps était écoulé
report-trouble-other = quelque chose a échoué en chemin
report-trouble-not-walked = personne n’est allé dehors
report-doorman = Le test du portier
report-doorman-none = Pas de portier : chaque lettre est arrivée comme elle a été envoyée.
report-letter-untouched = arrivée comme envoyée
report-letter-rewritten = réécrite en chemin
report-letter-lost = jamais arrivée
report-letter-answer-lost = arrivée, mais la réponse n’est pas revenue
report-letter-not-sent = n’a pas pu être envoyée d’ici
report-letter-changed = À l’aller ({ $name }) :
report-answer-changed = Au retour ({ $name }) :
report-you-sent = envoyé
report-arrived-as = arrivé
report-line-added = (rien : ajouté en chemin)
report-line-dropped = (enlevé en chemin)
report-advice = Pour rester en sécurité
report-evidence = Ce qui a été demandé et vu
report-vantage-inside = intérieur
report-vantage-router = routeur
report-vantage-outside = extérieur
report-reused = d’une vérification antérieure

## The terminal program.

help-heading-usage = Utilisation
help-heading-commands = Commandes
help-heading-arguments = Arguments
help-heading-options = Options
help-arg-help = Afficher cette aide
help-arg-version = Afficher la version
help-entrance = Trouve votre routeur et votre standard, ouvre exactement les entrées dont les téléphones à l’extérieur ont besoin, et y frappe de l’extérieur. Sans commande, il vous guide pas à pas
help-separate-entrance = La fenêtre qui vous guide pas à pas. Chaque réponse donnée ici peut y être changée
help-arg-renderer = Dessiner seulement avec ceci ; sans cela, les deux sont essayés
help-arg-self-test = Ouvrir la fenêtre, la mesurer, afficher une ligne et finir
help-check = Regarder et demander, ne rien changer, et dire ce qui est vrai
help-open = Montrer les entrées à ouvrir, demander, les ouvrir, les relire
help-undo = Reprendre ce que ce programme a ouvert
help-profile = Lister les standards, vérifier un fichier avec le vôtre, ou en faire un
help-guide = Montrer comment faire les entrées à la main sur votre routeur
help-invite = Faire un code pour un collègue qui frappe de l’extérieur
help-walk = Frapper comme le demande le code d’un bureau, et afficher le code à renvoyer
help-practice = Lister les bureaux d’entraînement, ou en lancer un
help-replay = Juger de nouveau un rapport enregistré avec les règles d’aujourd’hui
help-witness = Sur le standard : se tenir un moment sur ses ports des voix, pour qu’un passage de l’extérieur puisse les prouver
help-watch = Regarder le routeur et le standard encore et encore, dire ce qui change, et garder ouvert ce que ce programme a ouvert
help-history = Lister les vérifications faites avant et ce qui a changé entre elles
help-arg-every = Temps entre deux regards, comme 15m ou 1h
help-arg-every-port = Interroger chaque port des voix, quand un témoin se tient sur le standard
help-arg-ports = Premier et dernier port des voix, comme 10000-20000
help-arg-minutes = Combien de minutes s’y tenir, 60 au plus ; 10 sans indication
help-arg-script = Afficher le témoin sous forme de script, pour un système trop vieux pour ce programme
help-helper = Faire tourner un assistant permanent : il frappe chez qui le lui demande, et chez personne d’autre
help-arg-helper = Faire frapper cet assistant permanent de l’extérieur ; son lien
help-arg-doorman-from-5060 = Envoyer les lettres du test du portier depuis le port 5060 ; seulement sur le standard lui-même
help-arg-listen = Où écouter ; peut être donné plusieurs fois
help-arg-state = Dossier pour son certificat et ses clés d’accès
help-arg-also-listen = Autres ports TCP, où les bureaux peuvent essayer leurs sorties ; aucun sans indication
help-arg-sip-port = Ports où les lettres du test du portier sont prises, en UDP et TCP
help-arg-walks-per-minute = Passages par minute en tout ; 60 sans indication
help-arg-knock-from = Adresse d’où frapper, une fois par famille ; sans elle, une seconde adresse publique est utilisée s’il y en a une
help-arg-trust-proxy = Votre propre proxy, que l’on croit sur qui demande
help-arg-known-as = Nom ou adresse par où les bureaux le joignent, pour le lien
help-arg-operator = Qui le gère et comment joindre cette personne, pour sa page
help-arg-never = Réseaux où l’on ne va jamais, séparés par des virgules
help-arg-allow-private = Aller aussi aux adresses privées : pour un labo, jamais sur Internet
help-arg-lang = Langue des mots
help-arg-system = Quel standard c’est, par son nom court
help-arg-pbx = Adresse du standard dans votre bureau
help-arg-find-phone-system = Oui, faire le tour du réseau local pour trouver le standard
help-arg-using = Qui ou quoi est à l’extérieur, séparé par des virgules
help-arg-calls = Appels au moment le plus chargé
help-arg-ipv6 = Ouvrir aussi en IPv6, là où le routeur le peut : yes ou no (yes quand aucun mot ne suit)
help-arg-trusted = Réseaux qui peuvent utiliser les entrées, séparés par des virgules
help-arg-symptom = Ce qui ne va pas ; les constats qui conviennent viennent d’abord
help-arg-phones-use = Nom de serveur ou adresse tapés dans les téléphones à l’extérieur
help-arg-stun = Demander à ce serveur sur Internet l’adresse de rue du lieu où vous êtes (STUN)
help-arg-provider = Le serveur de votre opérateur téléphonique ; on lui demande une fois s’il répond
help-arg-test = Tests de sécurité à faire, chacun après son propre oui : guest-calls, name-leak
help-arg-test-from = Faire les tests de sécurité depuis une autre rue, par cette carte réseau : un mobile branché par câble
help-arg-own-address = Votre propre adresse de rue, si vous la connaissez. Elle compte là où rien ne répond qui pourrait la dire
help-arg-extension = Un vrai poste à vous, pour le test name-leak ; il n’est gardé nulle part
help-arg-public-address = Adresse de rue de votre bureau, si le routeur ne la dit pas
help-arg-practice = Utiliser ce bureau d’entraînement au lieu du vôtre
help-arg-router = Ne regarder que ce routeur
help-arg-interface = N’utiliser que cette carte réseau
help-arg-heard-both-ways = Un appel d’essai aujourd’hui avait du son dans les deux sens
help-arg-save = Écrire aussi le rapport entier dans ce fichier : une page à lire si son nom finit par .html, sinon du JSON
help-arg-inside-save = Écrire aussi dans ce fichier ce qu’il dit : JSON si son nom finit par .json, sinon du texte
help-arg-masked = Masquer les détails privés
help-arg-json = Afficher un document JSON
help-arg-walk-result = Le code que le collègue a renvoyé
help-arg-yes = Oui à ce qui est montré, sans demander
help-arg-repair = Enlever et remettre ce que ce programme a ouvert et où personne ne passe
help-arg-dry-run = Montrer seulement, ne rien ouvrir
help-arg-list = Lister seulement ce qui peut être repris
help-arg-all = Tout reprendre
help-arg-id = Reprendre celle-ci
help-arg-profile-file = Un fichier à vérifier
help-arg-keep = Garder le fichier, pour que --system le connaisse
help-arg-new = Faire un standard à vous avec ce nom
help-arg-from = Le standard intégré auquel il ressemble
help-arg-bell = Le numéro de sa porte des appels
help-arg-voices = Le premier et le dernier numéro de ses portes des voix
help-arg-router-guide = Montrer le guide pour cette famille de routeurs
help-arg-code = Le code, comme on vous l’a envoyé
help-arg-scenario = Quel bureau d’entraînement
help-arg-file = Un rapport enregistré

terminal-hint = conseil : { $hint }
terminal-safety = Faire un des deux autres tests, seulement si vous voulez
terminal-ask-provider = Essayer si le serveur de votre opérateur répond
terminal-ask-stun = Demander votre adresse de rue à un serveur sur Internet
terminal-type-server = Tapez le nom du serveur, ou rien pour revenir :
terminal-type-extension = Tapez le numéro de n’importe quel téléphone du bureau, ou rien pour revenir :
terminal-helper-runs = L’assistant est prêt. Son certificat et ses clés sont dans { $folder }. Appuyez sur Ctrl-C pour l’arrêter.
terminal-helper-private = Cet assistant va aussi aux adresses privées. Ne le faites pas tourner ainsi sur Internet.
terminal-helper-stopped = L’assistant s’est arrêté.
helper-page-title = Un assistant pour les petits bureaux
helper-page-what = Ce serveur aide les propriétaires de petits bureaux à savoir si leurs téléphones sont joignables de l’extérieur. Il frappe aux entrées d’un standard téléphonique et dit ce qui a répondu.
helper-page-asks = Il ne frappe qu’à l’adresse qui le lui demande, par une connexion chiffrée et avec une clé. Personne ne peut l’envoyer à une autre adresse.
helper-page-sends = Il pose la plus petite question à chaque service, deux fois au plus, et reste dans des limites étroites. Il n’essaie aucun mot de passe et ne garde aucune liste d’adresses.
helper-page-operator = Il est géré par : { $operator }
helper-page-nobody = La personne qui le gère n’a pas laissé de nom ici.
helper-page-alone = Pour être laissé en paix, demandez à la personne qui le gère de mettre votre adresse sur sa liste d’adresses où l’on ne frappe jamais. Si vous ne lui avez jamais rien demandé, il n’a jamais frappé à la vôtre.
terminal-watch-runs = Surveillance en cours. Une ligne apparaît quand quelque chose change. Appuyez sur Ctrl-C pour arrêter.
terminal-watch-stopped = Arrêté. Ce qui a été ouvert reste ouvert jusqu’à la fin de son temps. « entrance undo » le reprend.
terminal-watch-no-phone-system = Aucun standard n’est encore connu, donc seul le routeur est surveillé. Nommez-le avec --pbx, ou permettez --find-phone-system.
terminal-history-check = { $verdict } · { $proved } sur { $total } prouvées de l’extérieur · adresse de rue { $street }
terminal-history-empty = Rien n’a encore été vérifié.
history-ready = Prêt
history-action-needed = À faire
history-could-not-check = Pas vérifié
terminal-yes = oui
terminal-yes-no = [oui/non]
terminal-yes-letter = o
terminal-unknown = inconnu
terminal-dont-know = Je ne sais pas
terminal-candidate = Répond à { $address } : { $server }
terminal-router = Routeur à { $address } : { $router }
terminal-router-nameless = ne dit pas son nom
terminal-type-street = Taper votre adresse de rue
terminal-type-street-now = Tapez votre adresse de rue, ou appuyez sur Entrée pour revenir :
terminal-phone-system = Standard à { $address } : { $server }
terminal-saved = Enregistré dans { $file }.
terminal-over-ipv6-too = Montrer aussi le plan avec les ouvertures en IPv6
terminal-nothing-to-open = Il n’y a rien que le routeur puisse ouvrir pour vous.
terminal-nothing-changed = Rien n’a été changé.
terminal-nothing-sent = Rien n’a été envoyé.
terminal-ask-open = Ouvrir ces entrées maintenant ?
terminal-ask-undo = Reprendre celles-ci maintenant ?
terminal-ask-walk = Y frapper maintenant ?
terminal-journal-line = { $id }  { $service }  { $protocol } { $port } vers { $client } sur { $router }, fait { $at }
terminal-hand-over = Envoyez ce code à votre collègue. Il lance : entrance walk CODE
    Là où le programme est installé, ce lien l’ouvre : { $link }
terminal-hand-back = Renvoyez ce code au bureau.
terminal-walk-what = Ceci frappe à { $count } entrées de { $address }, une fois chacune. Rien d’autre n’est envoyé.
terminal-witness-what = Ceci prend chaque porte des voix libre de { $ports } sur cet ordinateur pendant { $minutes } minutes et répond à un visiteur qui a ce code, et à personne d’autre. Les nouveaux appels n’ont pas de son tant qu’il se tient ici. Les appels en cours sont laissés tranquilles.
terminal-ask-witness = Se tenir ici maintenant ?
terminal-witness-not-found = Les visiteurs avec ce code frappent d’abord à { $asked }. Aucune n’est dans { $ports }, donc ils ne vous trouveront pas.
terminal-witness-holds = Le témoin se tient derrière { $count } portes des voix sur { $whole }. Appuyez sur Ctrl-C pour finir.
terminal-witness-in-use = Laissées tranquilles, car le standard ou autre chose les utilise : { $count } ({ $ports })
terminal-witness-beyond = Laissées de côté, car cet ordinateur n’en tient pas plus à la fois : { $count } ({ $ports }). Relevez sa limite de fichiers ouverts, ou vérifiez celles-ci une seconde fois.
terminal-witness-asked-by = Un visiteur frappe, depuis
terminal-witness-tally = Coups avec réponse : { $answered }. Laissés sans réponse, car d’un autre code ou venus deux fois : { $dropped }.
terminal-witness-from = Depuis { $source } : { $count }
terminal-witness-nobody = Personne n’a frappé avec ce code. Si quelqu’un est bien passé, les voix sont arrêtées en chemin.
terminal-practice-runs = Le bureau d’entraînement { $scenario } est ouvert. Appuyez sur Ctrl-C pour le quitter.
terminal-answers = Son standard est { $system } à { $pbx }.
terminal-not-a-choice = { $word } n’est pas un des choix.
terminal-check-mine = Vérifier mon bureau
terminal-practise = Essayer dans un bureau d’entraînement, où rien ne peut casser
terminal-how-to-answer = Appuyez sur Entrée pour garder ce qui est entre crochets. Tapez ? pour apprendre comment le trouver, ou - pour « Je ne sais pas ». D’une liste, tapez les numéros, séparés par une virgule.
terminal-whole-report = Montrer le rapport entier
terminal-stay-shut = Reste verrouillé : { $services }.
terminal-must-get-out = Doit pouvoir sortir, et n’a pas besoin d’entrée : { $services }.
terminal-help-colleague = Aider un collègue à vérifier le sien
terminal-quit = Quitter
terminal-next = Suivant
terminal-back = Retour
terminal-skip = Pas maintenant
terminal-other-address = Il est à une autre adresse
terminal-type-address = Taper son adresse
terminal-look-round = Oui, le chercher dans mon réseau
terminal-step-outside = Sortir avec cet ordinateur
terminal-adapters-again = J’ai branché le mobile : regarder de nouveau
terminal-ask-colleague = Demander à un collègue : faire un code pour lui
terminal-ask-helper = Demander à un assistant toujours dehors : j’ai son lien
terminal-paste-helper = Collez le lien de l’assistant :
terminal-paste-helper-or-last = Collez le lien de l’assistant, ou appuyez sur Entrée pour celui de la dernière fois :
terminal-give-result = J’ai la réponse du collègue
terminal-paste-result = Collez le code qui est revenu, ou appuyez sur Entrée pour revenir :
terminal-paste-code = Collez le code du bureau, ou appuyez sur Entrée pour revenir :
terminal-whole-computer = Cet ordinateur est maintenant dans une autre rue
terminal-practice-knock = Dans un bureau d’entraînement, la sortie est jouée pour vous.
terminal-profile-sound = { $name } se lit bien
terminal-profile-kept = Gardé. Utilisez-le avec --system { $id }
terminal-by-hand = Montrer comment les faire à la main
terminal-open-now = Les ouvrir maintenant
terminal-there = Votre routeur n’ouvre qu’à l’appareil qui demande. Lancez ceci sur le standard lui-même :
terminal-repair = Enlever les entrées muettes et les remettre
terminal-ask-repair = Pendant qu’une entrée est enlevée, les appels sont coupés. Personne ne téléphone : le faire maintenant ?
terminal-repair-yes = Personne ne téléphone : le faire maintenant
terminal-undo-all = Reprendre tout ce que ce programme a ouvert
terminal-knock-now = Frapper de l’extérieur maintenant
terminal-recheck = Vérifier de nouveau
terminal-knock-again = Frapper de nouveau de l’extérieur
terminal-plan-again = Montrer de nouveau le plan
terminal-new-check = Recommencer avec les questions
terminal-tick = Cocher ce que vous avez fait pour la sécurité
terminal-heard = Un appel d’essai aujourd’hui avait du son dans les deux sens
terminal-agree = Oui, y frapper
change-opened = ouverte
change-already-there = existait déjà
change-refused = le routeur a dit non
change-failed = pas de réponse correcte
change-undone = reprise
change-renewed = a plus de temps maintenant
change-repaired = enlevée et remise

problem-folder-unusable = Le dossier des fichiers de ce programme est inutilisable : { $why }
    .action = Faites de la place sur le disque. Ou choisissez un dossier où l’on peut écrire : avec SEPARATE_ENTRANCE_DIR, ou avec --state pour un assistant.
problem-practice-not-opened = Le bureau d’entraînement n’a pas pu être ouvert : { $why }
    .action = Quittez d’autres programmes qui utilisent le réseau, puis essayez encore.
problem-report-not-handed-out = Le rapport n’a pas pu être enregistré : { $why }
    .action = Faites de la place sur le disque et enregistrez de nouveau. Ou copiez plutôt le rapport.
problem-report-not-kept = Cette vérification n’a pas pu être gardée pour la prochaine fois : { $why }
    .action = Faites de la place sur le disque, puis vérifiez de nouveau.
problem-phones-use-unknown = Personne ne connaît le nom { $name }.
    .action = Lisez le nom du serveur sur un téléphone à l’extérieur, lettre par lettre, et tapez-le de nouveau.
problem-street-name-unknown = Le nom { $name } ne mène à aucune adresse de rue.
    .action = Vérifiez le nom, ou tapez l’adresse elle-même.
problem-name-servers-silent = Personne dans ce réseau n’a pu chercher le nom { $name }
    .action = Vérifiez que cet ordinateur atteint Internet, puis vérifiez de nouveau.
problem-safety-no-walk = Aucune sonnette n’a encore répondu à l’extérieur
    .action = Vérifiez de nouveau, faites frapper quelqu’un, puis faites le test depuis la rue.
problem-unknown-test = { $word } n’est pas un des tests de sécurité : { $known }
    .action = Utilisez l’un de ces mots.
problem-not-an-extension = { $word } ne peut pas être un poste.
    .action = Tapez-le comme il est écrit sur le téléphone, par exemple 201.
problem-needs-extension = Le test name-leak compare un nom inventé avec un vrai, et aucun vrai n’a été donné.
    .action = Ajoutez --extension avec le numéro de n’importe quel téléphone du bureau.
problem-safety-needs-yes = Personne n’est là pour dire oui, donc aucun test de sécurité n’a été fait.
    .action = Ajoutez --yes, ou lancez-le dans un terminal.
problem-safety-no-sip = Le standard n’a pas encore répondu, donc il n’y a rien à tester.
    .action = Vérifiez de nouveau, puis faites le test.
problem-safety-not-made = Le test n’a pas pu être fait : { $why }
    .action = Vérifiez de nouveau, puis faites le test.
problem-not-a-server = { $word } n’est pas le nom d’un serveur.
    .action = Écrivez-le comme phones.example.com ou 203.0.113.5.
problem-stun-name-unknown = Personne ne connaît le serveur { $server }, donc on n’a demandé votre adresse de rue à personne.
    .action = Vérifiez son nom, puis essayez encore.
problem-stun-silent = Le serveur { $server } n’a pas dit quelle est votre adresse de rue.
    .action = Essayez un autre serveur, ou ouvrez une page web qui montre votre adresse et tapez-la.
problem-stun-not-outside = Le serveur { $server } voit cet ordinateur à { $address }, qui n’est pas une adresse de rue.
    .action = Choisissez un serveur qui se tient hors de votre bâtiment et hors du réseau de votre fournisseur d’accès.
problem-router-other = Le routeur à { $address } n’est pas celui qui a été changé.
    .action = Retournez au réseau de ce bureau-là, puis essayez encore.
problem-invitation-not-kept = L’invitation n’a pas pu être gardée, donc sa réponse ne pourrait pas être prouvée : { $why }
    .action = Faites de la place sur le disque, puis demandez un nouveau code.
problem-engine-not-started = Le programme n’a pas pu commencer : { $why }
    .action = Redémarrez cet ordinateur, puis essayez encore.
problem-not-a-network = { $word } n’est pas une adresse de réseau.
    .action = Écrivez-la comme 198.51.100.7 ou 198.51.100.0/24.
problem-unknown-symptom = { $word } n’est pas un des soucis que ce programme connaît : { $known }
    .action = Utilisez l’un de ces mots.
problem-not-a-street-address = { $word } ne peut pas être votre adresse de rue : personne dehors ne peut la joindre.
    .action = Demandez votre adresse publique à votre fournisseur d’accès, ou laissez-la de côté.
problem-not-saved = { $file } n’a pas pu être écrit : { $why }
    .action = Choisissez un autre endroit avec --save.
problem-not-printed = La sortie n’a pas pu être écrite : { $why }
    .action = Choisissez un autre endroit, puis relancez la commande.
problem-unknown-entry = Il n’y a pas d’entrée ouverte avec le numéro { $word }.
    .action = Lancez entrance undo --list pour voir les numéros.
problem-unknown-router-guide = Il n’y a pas de guide nommé { $word }. Il y a : { $known }
    .action = Utilisez l’un de ces noms, ou laissez-le de côté.
problem-needs-yes = Personne n’est là pour dire oui, donc rien n’a été changé et rien n’a été envoyé.
    .action = Ajoutez --yes, ou lancez-le dans un terminal.
problem-not-a-number = { $word } n’est pas un nombre d’appels
    .action = Tapez un nombre comme 4, ou appuyez sur Entrée si vous ne savez pas.

## The window’s own words: buttons, hints, the picture

window-title = Separate Entrance
window-back = Retour
window-next = Suivant
window-cancel = Annuler
window-finish = Terminer
window-unknown = inconnu
window-dont-know = Je ne sais pas
window-copied = Copié
window-working = Préparation
window-progress = { $done } sur { $total } : { $doing }
window-bullet = – { $what }
window-ports = { $label }, { $protocol } { $ports }
window-not-confirmed = Non confirmé par le fabricant
window-set-aside = { $why ->
    [newer-program] Une version plus récente de ce programme a écrit { $file }. Le fichier reste tel quel pour elle, et cette version tient le sien à côté.
   *[other] Cette version ne peut pas lire le fichier { $file }. Il est gardé sous { $kept_as }, et le programme est reparti de zéro.
    }
settled-opening-made = L’ouverture de { $service } avait été interrompue. Le routeur a cette entrée, et vous pouvez la retirer comme toute autre.
settled-opening-not-made = L’ouverture de { $service } avait été interrompue. Le routeur n’a pas cette entrée.
settled-opening-untold = L’ouverture de { $service } avait été interrompue, et ce routeur ne dit pas s’il l’a faite. Ouvrez-la à nouveau, ou retirez-la.
settled-repairing-made = Le renouvellement de { $service } avait été interrompu. L’entrée est là de nouveau.
settled-repairing-not-made = Le renouvellement de { $service } avait été interrompu. L’entrée n’est plus là, ouvrez-la donc à nouveau.
settled-undoing-still-there = Le retrait de { $service } avait été interrompu. L’entrée est encore là, retirez-la donc à nouveau.
settled-undoing-undone = Le retrait de { $service } avait été interrompu. Elle est maintenant retirée.

no-display = Il n’y a pas d’écran où ouvrir une fenêtre, donc tout continue ici en texte. { $why }
no-display-box =
    Cet ordinateur ne peut pas dessiner la fenêtre. { $why }

    Ouvrez un terminal et tapez « entrance » : les mêmes étapes y sont en texte. Ou utilisez un autre ordinateur du bureau.

window-step-questions = Vos réponses
window-step-router = Votre bâtiment
window-step-phones = Votre standard
window-step-knock = Frapper
window-step-offer = Le plan
window-step-by-hand = Pour durer
window-step-results = Résultats
window-checking = Vérification
    .title = Nouvelle vérification
    .lead = Votre routeur et votre standard sont interrogés encore une fois. Rien n’est changé.
window-rail-promise = Rien ne change sans votre oui.
window-rail-past = { $step }, fait
window-rail-here = { $step }, vous êtes ici
window-rail-ahead = { $step }, à venir

window-practice = Bureau d’entraînement
window-practice-safe = Il vit dans ce programme. Votre propre réseau n’est pas touché.
window-practice-leave = Quitter l’entraînement
window-practice-knock = Dans un bureau d’entraînement, la sortie est jouée pour vous.

window-check-mine = Vérifier mon bureau
    .title = Mes téléphones à l’extérieur ne marchent pas, ou je veux être sûr
    .lead = Quelques questions, un regard sur votre routeur et votre standard, puis on frappe de l’extérieur. Environ cinq minutes.
window-help-colleague = Aider un collègue
    .title = Un collègue m’a envoyé un code
    .lead = Frappez à son bureau de là où vous êtes, et renvoyez ce que vous avez vu.
window-practise = Choisir un bureau…
    .title = Je veux d’abord essayer
    .lead = Tout un petit bureau dans ce programme. Rien ne peut y casser.
window-practise-hide = Masquer ces bureaux

window-questions-more = Bon à savoir, facile à passer
    .lead = Choisissez « Je ne sais pas » ou laissez une case vide. Le programme trouvera, ou dira ce qu’il n’a pas pu savoir.
window-questions-unsound = Une réponse ne peut pas encore être lue
window-how-to-find = Comment le trouver ?
window-using-empty = Rien de coché : nous prévoyons des téléphones hors du bureau.
window-phones-use-hint = par exemple phones.example.com
window-calls-hint = par exemple 4
window-trusted-hint = par exemple 198.51.100.7, 198.51.100.0/24
window-pbx-hint = par exemple 192.168.1.20
window-wrong-number = Écrivez un nombre, comme 4.
window-wrong-network = { $word } n’est pas une adresse. Écrivez-la comme 198.51.100.7 ou 198.51.100.0/24.
window-wrong-address = Ce n’est pas une adresse. Écrivez quatre nombres avec des points, comme 192.168.1.20.
window-wrong-street = Ce ne peut pas être une adresse de rue : personne dehors ne peut la joindre. Demandez votre adresse publique à votre fournisseur d’accès.

window-router-nameless = Un routeur qui ne dit pas son nom
window-router-default = Donne sur Internet
window-router-at = Trouvé à { $address } dans votre bureau
window-router-street = Adresse de rue :
window-street-said = { $street }, { $from }
window-router-takes = Ouvre des entrées sur demande :
window-control-upnp = oui
window-control-asker-only = seulement à l’appareil qui demande
window-control-none = non, à la main seulement
window-no-router = Aucun routeur n’a répondu. Tout peut quand même se régler à la main, et frapper de l’extérieur marche aussi.

window-candidates = A répondu dans votre réseau
window-candidate-likely = Ressemble à un standard
window-candidate-silent = N’a pas dit ce qu’il est
window-candidate-use = Utiliser { $address }
window-nobody-found = Personne n’a répondu. Tapez plutôt l’adresse : sur un téléphone de bureau, ouvrez le menu, puis État (Status), et lisez ce qui est écrit au serveur.
window-look-round-again = Chercher encore
window-look-round = Chercher
    .title = Laisser le programme le trouver
    .lead = Il demande une fois à chaque adresse du réseau de votre bureau : es-tu un standard ? Rien ne sort de votre bureau.
window-type-address = Taper l’adresse
    .title = Ou taper son adresse
    .lead = Sur un téléphone de bureau : menu, puis État (Status). L’adresse est à côté du serveur.
window-use-address = Utiliser cette adresse
window-other-address = Autre adresse
window-phones-unknown = Continuer : je ne sais pas
window-phone-system-at = Trouvé à { $address } dans votre bureau
window-phone-system-says = Il se nomme { $server }
window-phone-system-mac = Adresse matérielle { $mac }
window-inside = Demandé à l’intérieur du bureau
window-voice-inside = ne répond que pendant un appel

window-knock-at = On frappe à { $address }, votre adresse de rue.
window-knock-skip = Pas maintenant
window-step-outside = Frapper maintenant
    .title = Sortir avec cet ordinateur
    .lead = Partagez l’internet d’un mobile. Le câble du bureau reste branché.
window-outside-first = 1. Coupez le Wi-Fi du mobile, pour qu’il utilise le réseau mobile.
window-outside-second = 2. Reliez-le à cet ordinateur par USB et partagez son internet.
window-outside-third = 3. Choisissez-le ici, puis frappez.
window-adapter = Sortir par
window-adapter-whole = Ce que cet ordinateur utilise maintenant
window-adapter-line = { $name } ({ $address })
window-adapter-over-ipv6 = { $name } (IPv6 seulement)
window-adapter-again = Regarder de nouveau : je l’ai branché
window-adapter-only-one = Une seule sortie est connue pour l’instant. Branchez le mobile, puis appuyez sur le bouton. Ou connectez-vous à son partage Wi-Fi et débranchez le câble du bureau.
window-ask-colleague = Faire un code
    .title = Demander à un collègue chez lui
    .lead = Il lance ce programme, colle votre code et appuie sur un bouton. Puis il vous renvoie un code court.
window-helper = Faire frapper l’assistant
    .title = Un assistant toujours dehors
    .lead = La société de votre standard ou votre technicien en a peut-être un. Collez le lien qu’on vous a donné. Il ne frappe qu’à l’adresse qui demande.
window-helper-hint = https://…
window-hand-over = Transmettre le code
    .title = Envoyez ce code à votre collègue
    .lead = Par courriel, par messagerie ou lu à voix haute. Il ne nomme que votre adresse de rue et les entrées où frapper.
window-copy-code = Copier le code
window-copy-link = Copier en lien
window-expires = Valable jusqu’au { $until }
window-qr = Le même code pour une caméra
window-give-result = Lire la réponse
    .title = Le code qui est revenu
    .lead = Collez-le ici.
window-code-hint = Collez le code entier
window-street = Adresse de rue
    .title = Quelle est votre adresse de rue ?
    .lead = Personne n’a pu la dire jusqu’ici. Votre fournisseur d’accès le peut, ou tout téléphone à l’extérieur qui marche. Sans elle, on ne sait pas où frapper.
window-street-hint = par exemple 203.0.113.7
window-street-typed = Vous avez tapé cette adresse. Si un chiffre est faux, on frappe chez des inconnus.
window-street-other = Utiliser une autre adresse
window-street-clear = Enlever cette adresse
window-stun = Un serveur qui dit leur adresse aux appelants
    .lead = Ou nommez un serveur sur Internet qui dit leur adresse à ceux qui demandent. Lui seul est interrogé, une fois, et seulement après votre oui.
window-stun-hint = par exemple stun.example.com
window-stun-ask = Oui, demander à { $server }
window-wrong-server = Ce n’est ni un nom de serveur ni une adresse.
window-provider = Le serveur de votre opérateur téléphonique
    .lead = Le chemin vers votre opérateur téléphonique est-il libre ? Tapez le nom de serveur réglé dans le standard, et on lui demande une fois s’il répond.
window-provider-hint = par exemple phones.example.com
window-provider-try = Essayer l’opérateur
window-copy-ways-out = Copier ce tableau
window-safety = Deux autres tests, seulement si vous voulez
    .lead = Ils essaient ce qu’un inconnu dans la rue pourrait essayer. Rien ne sonne et rien n’est changé.
    .street = À l’intérieur, le standard connaît peut-être les gens de la maison. Pour essayer comme un inconnu, partagez par câble l’internet d’un mobile, puis choisissez le mobile ici. Seule une entrée qui a répondu à un coup frappé de l’extérieur est essayée.
window-safety-guest-calls = Appeler en inconnu
window-safety-name-leak = Comparer les noms
window-safety-extension = Numéro de n’importe quel téléphone du bureau
window-safety-extension-hint = par exemple 201
window-safety-your-extension = le numéro ci-dessous
window-safety-wrong-extension = Ce ne peut pas être le numéro d’un téléphone.
window-safety-from = Fait depuis
window-safety-from-inside = ici, à l’intérieur du bureau
window-safety-made = { $from ->
        [outside] Depuis la rue
       *[inside] Depuis l’intérieur du bureau
    }, { $at }

window-offer-everyone = Sans liste des invités, ces entrées sont ouvertes à tout Internet jusqu’à ce que le routeur les reverrouille. Pour un essai, cela va. Pour que cela dure, nommez les invités.
window-offer-guests = Votre liste des invités n’est pas transmise : ouvertes ainsi, les portes laissent frapper tout le monde. Pour que les inconnus restent dehors, faites les règles à la main avec la liste, ou mettez la liste sur le standard.
window-offer-over-ipv6 = La nouvelle sorte d’adresse
    .lead = Votre bâtiment a une seconde adresse, d’une sorte plus récente (IPv6), et votre routeur peut aussi laisser entrer les téléphones par là. Cela prend fin après un jour, sauf si ce programme continue à surveiller. Il ne vous le faut que si un téléphone à l’extérieur ne peut pas utiliser l’ancienne sorte.
window-offer-over-ipv6-wanted = Laisser entrer les téléphones par là aussi
window-offer-nothing = Il n’y a rien que le routeur puisse ouvrir pour vous. Ce qui reste se fait à la main.
window-offer-open-one = Une entrée à ouvrir
window-offer-open-many = { $count } entrées à ouvrir
window-offer-by-hand-one = Une entrée que vous faites à la main
window-offer-by-hand-many = { $count } entrées que vous faites à la main
window-offer-there-one = Une entrée existe déjà
window-offer-there-many = { $count } entrées existent déjà
window-offer-locked-one = Une armoire reste verrouillée
window-offer-locked-many = { $count } armoires restent verrouillées
window-offer-out-one = Une sortie qui doit rester libre
window-offer-out-many = { $count } sorties qui doivent rester libres
window-approve-one = Ouvrir cette entrée
window-approve-many = Ouvrir ces { $count } entrées
window-i-make-them = Faire à la main
window-show-by-hand = Voir le guide

window-opening-safe = Chaque entrée est notée avant d’être ouverte et relue après. Annuler ne laisse rien à moitié fait.
window-change-label = { $protocol } { $ports } vers { $client }
window-change-waiting = en attente
window-change-minutes = Elle reste ouverte { $count ->
        [0] moins d’une minute
        [one] { $count } minute
       *[other] { $count } minutes
    }, puis elle se verrouille toute seule.
window-change-hours = Elle reste ouverte { $count } heures, puis elle se verrouille toute seule.
window-change-days = Elle reste ouverte { $count } jours, puis elle se verrouille toute seule.
window-repair = Enlever et remettre…
window-repair-ask = Pendant que l’entrée est enlevée, les appels sont coupés. Quelqu’un téléphone-t-il ? On ne touche qu’à ce que ce programme a fait, et on la remet quoi qu’il arrive.
window-repair-now = Faire maintenant : personne ne téléphone
window-repair-later = Pas maintenant
window-there = Sur le standard lui-même
    .lead = Votre routeur n’ouvre qu’à l’appareil qui demande. Ce programme peut y demander pour vous. Copiez le petit programme sur le standard et lancez ceci :
window-copy-command = Copier la commande
window-change-stays = Elle reste ouverte jusqu’à ce que vous la repreniez.
window-change-code = La raison du routeur : { $code }
window-make-it-last = Faire durer
window-undo-all-one = Reprendre cette entrée
window-undo-all-many = Reprendre toutes les entrées
window-undo-one = Reprendre { $name }
window-undo = Ouvert par ce programme
    .lead = Le routeur peut être remis comme il était.

window-guide-add-rule = Ajoutez une règle pour chaque ligne du tableau ci-dessus. Copiez tout exactement comme c’est écrit. Enregistrez à la fin.
window-rules = Les règles à faire
window-no-rules = Il n’y a aucune règle à faire.
window-check-other = Vérifier l’autre
window-own-system = Mon standard a d’autres numéros
    .lead = Choisissez ci-dessus celui auquel il ressemble le plus. Puis dites ce qui est différent, et gardez-le sous un nom à lui.
window-own-name = Un nom pour lui
window-own-bell = Numéro de la porte des appels, si c’est un autre
window-own-voices = Premier et dernier numéro des portes des voix, s’ils sont autres
window-own-keep = Garder et choisir
window-copy-rules = Copier le tableau
window-copy-commands = Copier : { $what }
window-rules-everyone = Ces règles laissent entrer tout le monde. Si votre routeur sait limiter la source, entrez-y les adresses de vos invités.
window-knock-now = Frapper de l’extérieur

window-recheck = Revérifier
window-knock-again = Frapper de l’extérieur
window-plan-again = Montrer le plan
window-results-by-hand = Voir le guide
window-start-over = Recommencer les questions
window-findings = Que faire
window-no-findings = Rien à faire
window-notes = Bon à savoir
window-do-this = À faire
window-explains = Ceci explique aussi :
window-technician = Pour le technicien
window-heard-both-ways = Confirmer : un appel d’essai avait aujourd’hui du son dans les deux sens
window-entrances = Entrées
window-no-entrances = D’après vos réponses, aucune entrée n’est nécessaire.
window-entrance-seen = Intérieur : { $inside }. Routeur : { $router }. Extérieur : { $outside }.
window-doorman = Le portier
    .lead = Nous avons envoyé des lettres devant lui et comparé chaque ligne avec ce qui est arrivé dehors.
    .none = Chaque lettre est arrivée comme elle a été envoyée. Aucun portier ne les ouvre.
window-letter-untouched = arrivée comme envoyée
window-letter-rewritten = arrivée avec d’autres lignes
window-letter-lost = jamais arrivée
window-letter-answer-lost = arrivée, et sa réponse s’est perdue
window-letter-not-sent = pas pu être envoyée
window-letter-back = Au retour :
window-letter-sent = { $line } : envoyé
window-letter-arrived = { $line } : arrivé
window-letter-absent = (rien)
window-streets = Vu de chaque rue
window-street-saw = { $from } : { $said } ({ $at })
window-walked-colleague = Un collègue a frappé depuis { $from }, { $at }
window-walked-step-outside = Cet ordinateur a frappé depuis { $from }, { $at }
window-walked-helper = Un assistant a frappé depuis { $from }, { $at }
window-walked-colleague-somewhere = Un collègue a frappé, { $at }
window-walked-step-outside-somewhere = Cet ordinateur a frappé, { $at }
window-walked-helper-somewhere = Un assistant a frappé, { $at }
window-not-walked = Personne n’a encore frappé de l’extérieur.
window-cabinets = Reste verrouillé
window-cabinets-open-one = Une armoire est ouverte sur la rue
window-cabinets-open-many = { $count } armoires sont ouvertes sur la rue
window-cabinets-shut-one = L’unique armoire a été essayée de l’extérieur et est verrouillée
window-cabinets-shut-many = Les { $count } armoires ont toutes été essayées de l’extérieur et sont verrouillées
window-cabinets-some = { $shut } armoires sur { $total } ont été essayées de l’extérieur et sont verrouillées
window-cabinets-unseen-one = Une armoire, pas encore essayée de l’extérieur
window-cabinets-unseen-many = { $count } armoires, pas encore essayées de l’extérieur
window-cabinets-list = Chaque armoire
window-since = Depuis le { $at }
window-happened = Pendant que cette fenêtre était ouverte
    .action = Vérifiez de nouveau pour avoir une vue d’ensemble.
window-other-owner = Ce programme tourne déjà une autre fois et surveille ce bureau (processus { $pid }, depuis { $since })
window-history = Vérifications antérieures
window-history-list = Chaque vérification et ce qui s’est passé entre elles
window-history-check = { $verdict }, { $proved } sur { $total } prouvées de l’extérieur
window-history-more = Pour voir les plus anciennes, tapez « entrance history » dans un terminal
window-since-same = Rien n’a changé
window-since-still = Toujours pas comme il faudrait : { $service }
window-advice = Pour rester en sécurité
window-ticked = Fait le { $date }
window-support = Copier un message pour le support
    .title = Trois essais suffisent
    .lead = Envoyez ceci au support de votre standard. Il dit ce qui a été essayé et ce que cela a donné, avec les détails privés masqués.

window-drawer = Pour le technicien : tous les détails
    .lead = Exact et complet. Ce que vous copiez ici a les détails privés masqués.
window-copy-masked = Copier le rapport
window-save = Enregistrer avec nos adresses et nos noms
    .name = Rapport Separate Entrance { $at }
window-save-masked = Enregistrer le rapport
    .name = Rapport Separate Entrance { $at } masqué
window-saved = Enregistré sous { $path }, et à côté la même chose en données (.json) pour un technicien.
window-evidence-table = Questions et réponses
window-no-evidence = Rien n’a encore été demandé.
window-mapping-table = La liste du routeur
window-no-mappings = Le routeur n’a aucune entrée dans sa liste, ou n’a pas été interrogé.
window-mapping-ours = (fait par ce programme)
window-mapping = { $protocol } { $outside } vers { $client }:{ $inside }, bail { $lease } s, « { $description } » { $ours }
window-evidence = { $vantage } { $service } { $protocol } { $target } : { $outcome }, { $elapsed } ms { $seen }
window-to-compare = pour comparer
window-vantage-inside = intérieur
window-vantage-router = routeur
window-vantage-outside = extérieur
window-column-at = heure
window-column-from = depuis
window-column-service = service
window-column-protocol = protocole
window-column-target = cible
window-column-outcome = résultat
window-column-elapsed = ms
window-column-seen = vu
window-drawer-router = routeur { $address }, WAN { $wan }, saut suivant { $hop }, ouvre sur demande : { $control }
window-drawer-adapter = carte { $name } { $address }/{ $prefix }
window-drawer-program = { $name } { $version }, commencé { $at }, durée { $took } ms

window-paste-code = Coller le code
    .title = Le code de votre collègue
    .lead = Collez-le ici. Rien n’est envoyé avant que vous ayez vu ce qu’il demande.
window-read-code = Lire le code
window-asked = Ce qui est demandé
    .title = Frapper à { $address }
    .lead = Standard : { $system }. Le code est valable jusqu’au { $until }.
window-asked-doors-one = Une entrée, et les armoires qui doivent être verrouillées :
window-asked-doors-many = { $count } entrées, et les armoires qui doivent être verrouillées :
window-agree-promise = Chacune est interrogée une fois, poliment, depuis cet ordinateur. Aucun mot de passe n’est essayé et rien n’est changé.
window-agree = Oui, frapper là
window-own-street = Votre propre adresse de rue
    .lead = Seulement si vous la connaissez : une page web qui montre sa propre adresse la dit. Là où personne ne vous répond, elle dit au bureau qui laisser entrer.
window-hand-back = Renvoyer
    .title = C’est fait. Renvoyez ce code
    .lead = Il dit ce qui a répondu. Seul le bureau qui vous a invité peut le lire comme une réponse.

window-plate-calls = Appels
window-plate-voices = Voix
window-plate-fax = Fax
window-plate-other-office = Autre site
window-plate-hud = HUD
window-plate-chat = Messages
window-plate-pages = Pages
window-plate-data = Données
window-plate-cabinet = Armoire

window-picture-your-address = votre adresse
window-picture-no-address = inconnue
window-picture-own-door = votre porte
window-picture-phone-system = votre standard
window-picture-phone-system-at = standard { $address }
window-picture-doorman = le portier ouvre le courrier
window-picture-locked = verrouillée
window-picture-open-cabinet = est ouverte !
window-picture-cabinets = armoires
window-picture-building = second bâtiment
window-picture-tower = tour partagée
window-picture-not-walked = pas encore frappé
window-picture-walked = frappé { $at }
window-picture-promise-walker = toc, toc
window-picture-said = Votre bâtiment à { $address }
window-picture-said-nowhere = Votre bâtiment. Personne n’a encore vu son adresse de rue
window-picture-door = { $plate } : { $verdict }
window-picture-promise = Une rue avec votre bâtiment. À côté de votre propre porte se trouvent des entrées séparées pour les appels, les voix et HUD, chacune avec une lampe, et toutes mènent au standard. À côté, des armoires restent verrouillées. Quelqu’un dehors frappe
