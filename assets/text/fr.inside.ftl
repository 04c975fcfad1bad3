# Un regard dans le standard : la page, ce qu’il dit de lui-même, le terminal.

doing-inside = Interrogation du standard sur lui-même

step-inside = Regarder dedans
    .title = Regarder dans le standard
    .lead = Jusqu’ici, nous avons regardé la rue et le bâtiment. Regardons maintenant le bureau à l’intérieur : ce que le standard lui-même a noté. On ne fait que lire, et rien n’est changé.

window-look-inside = Regarder dans le standard
    .why = Frapper montre des portes et des murs. Ce que le standard dit à ceux qui appellent est dans ses propres réglages. Une mauvaise adresse y fait des appels sans son.
    .wanted = Il s’agit du son ou de la sonnerie. Le standard lui-même sait peut-être pourquoi.
window-inside-here = Demander maintenant
    .title = Le standard tourne sur cet ordinateur
    .lead = Ce programme peut donc regarder lui-même. Ce qu’il ne peut pas lire, il le dit.
window-inside-practice = Dans un bureau d’entraînement, son standard répond aussitôt.
window-inside-copy = Copier le bloc
    .title = 1. Copier le bloc
    .lead = C’est un petit programme en texte. Il ne fait que lire. Il retire les mots de passe sur le standard même, avant d’écrire un mot.
window-inside-show = Montrer le bloc
window-inside-open =
    .title = 2. Le coller dans un terminal du standard
    .lead = Puis appuyez sur Entrée. La réponse vient en moins d’une minute. Elle finit par une ligne de signes ===.
window-inside-ssh = Sur un Mac, sous Linux, ou dès Windows 10 : ouvrez un terminal et tapez ceci. Puis donnez le mot de passe du standard.
window-inside-putty = Sur un Windows plus ancien : prenez PuTTY, tapez { $address } comme hôte, choisissez Open, et connectez-vous. Un clic droit colle.
window-inside-console = Avec un écran et un clavier sur l’appareil, on ne peut rien coller. Apportez-y le programme « entrance » sur une clé USB et tapez « entrance inside ».
window-inside-paste = Coller la réponse
    .title = 3. Rapporter la réponse
    .lead = Copiez tout ce qui est sorti, de la première ligne avec === à la dernière. Collez-le ici. Rien n’en compte avant que vous ayez vu ce que cela dit.
window-inside-field = La réponse
window-inside-hint = === separate-entrance inside …
window-inside-pasted = { $lines } lignes sont ici, { $size } Ko
window-inside-clear = Enlever
window-inside-read = Lire la réponse
window-inside-says = Ce qu’il dit
    .lead = Rien n’en compte encore. Utilisez-le, et le bureau est jugé de nouveau avec.
window-inside-follows = Ce qui en suivrait
window-inside-use = Utiliser cette réponse
window-inside-used = Cela compte désormais. Ce qui en suit est avec les résultats.
window-inside-go-on = Continuer
window-live-inside = Le standard a répondu. { $heading }

inside-heading = { $system }. Regardé le { $at }, à sa propre horloge.
inside-name-street = Adresse dite aux téléphones dehors
inside-name-local = Ses propres réseaux
inside-name-doors = Portes des appels
inside-name-voices = Portes des voix
inside-name-phones = Téléphones
inside-name-visitor = Téléphones dehors
inside-name-bans = Tenus dehors
inside-name-strangers = Inconnus
inside-name-others = Autres programmes
inside-name-unread = Non lu

inside-street-same = Il dit { $address } aux téléphones dehors. C’est votre adresse sur la rue.
inside-street-other = Il dit { $address } aux téléphones dehors. Mais votre adresse sur la rue est { $street }.
inside-street-alone = Il dit { $address } aux téléphones dehors. Si c’est votre adresse sur la rue, cela n’a pas été regardé ici.
inside-street-name = Il dit le nom { $address } aux téléphones dehors.
inside-street-none = Il n’a noté aucune adresse sur la rue à dire aux téléphones dehors.
inside-street-unread = L’adresse qu’il dit aux téléphones dehors n’a pas pu être lue.
inside-local = Il prend pour siens : { $networks }. Il se tient à { $own }.
inside-local-none = Il n’a noté aucun réseau à lui. Il se tient à { $own }.
inside-doors = Les appels entrent par { $doors }.
inside-doors-shut = Les appels entrent par { $doors }. Il devrait aussi écouter à { $shut }, mais personne n’y écoute.
inside-doors-unread = Par où entrent les appels n’a pas pu être lu.
inside-voices = Les voix passent par les portes { $doors }.
inside-voices-unread = Les portes des voix n’ont pas pu être lues.
inside-phones = Téléphones demandés : { $count }. Connectés de l’intérieur : { $inside }. De dehors : { $outside }. Non connectés : { $away }.
inside-phones-unasked = Téléphones réglés : { $count }. Qui est connecté n’a pas pu être lu.
inside-phones-unread = Dans ce qui a pu être lu, il n’y avait pas de téléphones.
inside-visitor = { $name } est connecté depuis { $address }{ $answers ->
        [yes] , et répond quand on lui demande.
        [no] , mais ne répond pas quand on lui demande.
       *[unasked] . Personne ne lui demande s’il est encore là.
    }
inside-bans = { $count ->
        [one] Une adresse est tenue dehors
       *[other] { $count } adresses sont tenues dehors
    } : { $who }.
inside-bans-none = Personne n’est tenu dehors en ce moment.
inside-bans-unread = Qui est tenu dehors n’a pas pu être lu.
inside-guests-open = Les appels d’inconnus entrent.
inside-guests-shut = Les appels d’inconnus sont refusés, pour ce qui a pu être lu.
inside-guests-unread = Si des inconnus peuvent appeler n’a pas pu être lu.
inside-names-open = Il dit aux inconnus quels noms il connaît.
inside-names-shut = Il ne dit pas aux inconnus quels noms il connaît, pour ce qui a pu être lu.
inside-names-unread = S’il dit ses noms aux inconnus n’a pas pu être lu.
inside-voicemail-open = Qui arrive à une messagerie peut appeler dehors de là.
inside-voicemail-shut = Personne ne peut appeler dehors depuis une messagerie, pour ce qui a pu être lu.
inside-voicemail-unread = Si l’on peut appeler dehors depuis une messagerie n’a pas pu être lu.
inside-abroad-open = Les appels vers l’étranger sont ouverts.
inside-abroad-shut = Aucun chemin vers l’étranger n’a été trouvé.
inside-abroad-unread = Si les appels vers l’étranger sont ouverts n’a pas pu être lu.
inside-others = { $count ->
        [one] Un autre programme y est joignable
       *[other] { $count } autres programmes y sont joignables
    } : { $others }.
inside-unread = { $part ->
        [accounts] Les comptes des téléphones
        [files] Les fichiers des réglages
        [running] La parole du système en marche
        [bans] La liste de ceux tenus dehors
        [sockets] Qui écoute à quelle porte
        [database] Les réglages de ses pages web
        [dial-plan] Le plan de numérotation
        [voicemail] Les messageries
       *[other] { $part }
    } : { $why ->
        [denied] pas le droit de lire. Lancé en root, cela se voit.
        [absent] absent.
        [elsewhere] une partie est dans une base de données ou un programme. On ne l’interroge pas ici.
        [too-much] trop long pour tout lire.
       *[failed] n’a pas pu être lu.
    }

problem-paste-cut = Il manque une partie de la réponse
    .action = Copiez tout, de la première ligne avec === à la dernière. Puis collez de nouveau.
problem-paste-changed = La réponse n’est pas telle que le standard l’a écrite
    .action = Relancez le bloc. Copiez ce qu’il écrit sans changer un signe.
problem-paste-not-a-block = Ce n’est pas la réponse du bloc
    .action = Copiez la partie qui commence et finit par === separate-entrance. Puis collez-la.
problem-paste-newer = La réponse vient d’un bloc plus récent que ce programme ne sait lire
    .action = Copiez le bloc de ce programme et lancez-le. Ou prenez la dernière version.
    .detail = La réponse a la version { $version }.
problem-paste-too-long = La réponse est plus longue que toutes celles que le bloc écrit
    .action = Copiez seulement la partie entre les deux lignes avec ===. On lit { $most } Ko au plus.
problem-paste-odd-signs = La réponse contient des signes que le bloc n’écrit jamais
    .action = Relancez le bloc. Copiez ce qu’il écrit sans changer un signe.
problem-inside-no-phone-system = Aucun standard que ce programme connaît n’a été trouvé là
    .action = Lancez cela sur l’appareil du standard lui-même. Asterisk et FreeSWITCH sont connus, et ce qui repose sur eux.
problem-inside-elsewhere = Sur ce type d’ordinateur, le programme ne peut pas regarder lui-même
    .action = Utilisez le bloc. « entrance inside --script » l’écrit.
problem-inside-took-too-long = Le standard a mis trop de temps à répondre, et on l’a laissé tranquille
    .action = Essayez de nouveau à une heure calme. Ou utilisez le bloc : « entrance inside --script » l’écrit.
problem-inside-failed = Impossible de regarder dedans
    .action = Utilisez le bloc. « entrance inside --script » l’écrit.
    .detail = { $why }

help-inside = Sur le standard : dire en mots simples ce qu’il dit de lui-même. Ne fait que lire, ne change rien
help-arg-block = Écrire le bloc à coller dans un terminal du standard
help-arg-paste = Lire ce que le bloc a écrit, d’un fichier ou de l’entrée standard (-)
help-arg-inside = Ce que le standard dit de lui-même : un fichier avec ce que le bloc a écrit, - pour l’entrée standard, ou here pour celui de cet ordinateur

terminal-inside-script = Collez ceci dans un terminal du standard. Puis donnez ce qu’il écrit à « entrance inside --paste - », ou à « entrance check --inside - ».
terminal-inside-follows = Ce qui en suit :
terminal-inside-nothing = Rien n’y demande de changement, pour ce que cela dit à lui seul. « entrance check --inside FILE » en voit plus.
terminal-inside-how = Connectez-vous à l’appareil du standard, par exemple avec ceci :
    .then = Collez-y le bloc et appuyez sur Entrée. Puis rapportez ce qu’il a écrit.
terminal-inside-choose-here = Demander maintenant : il tourne sur cet ordinateur
terminal-inside-choose-show = Montrer le bloc
terminal-inside-choose-paste = Coller ce qu’il a écrit
terminal-inside-paste-now = Collez-le maintenant. Cela finit tout seul à la dernière ligne. Si cette ligne manque, tapez un point seul et Entrée.
terminal-inside-choose-use = L’utiliser, et juger de nouveau le bureau avec
terminal-inside-choose-other = Utiliser une autre réponse

practice-colleague-banned = Mauvais mot de passe : un collègue l’a essayé trop souvent, et le standard le laisse dehors
practice-careless-inside = Négligence au-dedans : chaque entrée est juste, mais le standard laisse trop faire aux inconnus
practice-wrong-sender-address = Mauvais expéditeur : appels sans son, car le standard écrit une vieille adresse sur ses lettres
