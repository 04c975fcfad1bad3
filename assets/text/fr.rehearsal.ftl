# L’appel d’essai : cet ordinateur joue un téléphone à l’extérieur. Les mots sont ceux du début de fr.ftl.

doing-registering = On se connecte comme un téléphone
doing-calling = On appelle
doing-listening = On envoie du son et on écoute
doing-keeping-quiet = Silence : encore { $seconds } secondes
doing-waiting-for-call = Appelez ce poste maintenant, depuis un autre téléphone

grade-good = bon
grade-usable = utilisable
grade-poor = mauvais

help-rehearse = Jouer un téléphone à l’extérieur : se connecter, appeler un numéro, et mesurer le son dans les deux sens. Avec le code d’un bureau, il affiche un code à renvoyer
help-arg-server = Le standard comme on le tape dans les téléphones, un nom ou une adresse ; un port peut suivre après un deux-points
help-arg-user = Poste sous lequel se connecter. Prenez-en un de libre
help-arg-number = Ce qu’il faut appeler ; sans cela, l’écho de votre standard, là où il est connu
help-arg-ring = Puis attendre en silence et dire si un appel à ce poste sonne
help-arg-password-stdin = Lire le mot de passe sur l’entrée standard au lieu de le demander

terminal-rehearse-what = Ceci se connecte à { $server } comme poste { $user }, appelle { $number }, envoie une tonalité et écoute quelques secondes. Puis il raccroche et se déconnecte. Utilisez un poste libre qu’aucun téléphone n’a.
terminal-rehearse-ring = Ensuite il se tait, et quelqu’un appelle ce poste quand on le demande.
terminal-ask-rehearse = Appeler maintenant ?
terminal-password = Mot de passe du poste { $user } :
terminal-ring-quiet = { $n } sur { $total } : silence pendant { $seconds } secondes …
terminal-ring-now = { $n } sur { $total } : appelez ce poste maintenant, depuis un autre téléphone. Vous avez { $seconds } secondes.
terminal-ring-rang = Cela a sonné.
terminal-ring-silent = Cela n’a pas sonné.

ring-not-yet = Après { $seconds } secondes de silence : pas essayé

step-rehearse = Appel d’essai
    .title = Jouer un téléphone à l’extérieur
    .lead = Cet ordinateur se connecte comme un téléphone, appelle un numéro et mesure le son dans les deux sens. De préférence depuis une autre rue : à la maison, ou par un mobile.

window-rehearse = Faire un appel d’essai
window-rehearse-here = Ou un appel d’essai
    .title = Ou jouer un téléphone à l’extérieur
    .lead = De là où vous êtes, cet ordinateur peut se connecter comme un téléphone du bureau. Il dit si le son d’un appel est bon et s’il sonne.
window-rehearse-server = Standard
window-rehearse-server-hint = comme dans les téléphones dehors
window-rehearse-user = Poste
window-rehearse-user-hint = par exemple 299
window-rehearse-spare = Prenez un poste libre qu’aucun téléphone n’utilise, pour ne déranger personne.
window-rehearse-password = Mot de passe de ce poste
window-rehearse-password-kept = Utilisé une fois, ni gardé ni montré. Il est redemandé après chaque essai.
window-rehearse-number = Numéro à appeler
window-rehearse-number-hint = au mieux un test d’écho, comme *43
window-rehearse-call = Appeler
window-rehearse-ring = Faire le test de sonnerie
    .lead = Le test de sonnerie se tait pendant 10, 60 et 180 secondes, comme un téléphone sur une table, et demande chaque fois que quelqu’un appelle ce poste. Il montre ainsi si les téléphones à l’extérieur sonnent encore plus tard.
window-rehearse-again = Appeler encore une fois
window-rehearse-calling = Cela prend 20 secondes au plus. Puis il raccroche et se déconnecte tout seul.
window-rehearse-waiting = Gardez un autre téléphone sous la main. Chaque fois qu’on vous demande d’appeler, composez ce poste dans la demi-minute, et raccrochez quand on vous dit que cela sonne.

window-hand-back-call =
    .lead = Il dit comment sonnait l’appel. Seul le bureau qui vous a invité peut le lire comme une réponse.

terminal-rehearse = Faire un appel d’essai : jouer un téléphone à l’extérieur
terminal-rehearse-not-yet = Il manque quelque chose, ou cela ne peut pas être appelé. Essayez encore.

rehearsal-heading = L’appel à { $number }
rehearsal-both-ways = Le son est passé dans les deux sens.
rehearsal-dead-out = Le son n’est passé que dans un sens : vous entendez le bureau, mais le bureau ne vous entend pas.
rehearsal-dead-back = Le son n’est passé que dans un sens : le bureau vous entend, mais vous n’entendez pas le bureau.
rehearsal-none = L’appel a été pris, mais aucun son n’est venu.
rehearsal-out-unknown = Du son est venu du bureau. Rien ne dit si le vôtre est arrivé : appelez un numéro d’écho pour le savoir.
rehearsal-grade = Note du son : { $grade }
rehearsal-not-made = L’appel n’a pas abouti.
rehearsal-from-inside = Cet appel a été fait dans le bureau, il ne montre donc que le standard et non la rue.
rehearsal-one-pair = Un appel prouve une paire de portes des voix, pas toutes.
rehearsal-figures = perte { $loss } %, gigue { $jitter } ms, aller-retour { $round_trip } ms
rehearsal-media = Le standard a demandé le son à { $media }.
report-rehearsal = L’appel d’essai
ring-rang = Après { $seconds } secondes de silence : cela a sonné
ring-silent = Après { $seconds } secondes de silence : cela n’a pas sonné

problem-call-no-such-name = Personne ne répond au nom { $server }
    .action = Vérifiez l’orthographe. Tapez le nom ou l’adresse exactement comme dans un téléphone qui marche.
problem-call-no-answer = Rien ne répond à { $server }
    .action = Vérifiez le nom ou l’adresse. S’ils sont justes, vérifiez d’abord le bureau de l’extérieur : les appels n’entrent pas.
problem-call-nothing-listens = Il y a une machine à { $server }, mais elle ne prend pas d’appels
    .action = Vérifiez l’adresse, et que le standard fonctionne.
problem-call-own-trouble = Cet ordinateur n’a pas pu faire l’appel
    .action = Vérifiez que cet ordinateur a un réseau, et essayez encore.
    .detail = { $why }
problem-call-wrong-password = Le standard n’accepte pas ce mot de passe pour { $user }
    .action = Vérifiez le poste et le mot de passe, et attendez un peu avant de réessayer : trop d’erreurs excluent votre rue.
    .detail = { $why }
problem-call-no-such-extension = Le standard ne connaît pas de poste { $user }
    .action = Vérifiez le numéro du poste.
    .detail = { $why }
problem-call-extension-in-use = Un autre téléphone est connecté comme { $user }
    .action = Utilisez un poste libre, pour ne déranger le téléphone de personne. Après un essai interrompu, attendez quelques minutes.
problem-call-not-taken-in = Le standard ne laisse pas le poste { $user } se connecter
    .action = Vérifiez dans le standard si ce poste peut se connecter de là où vous êtes.
    .detail = { $why }
problem-call-no-such-number = Le standard ne connaît pas de numéro { $number }
    .action = Choisissez un autre numéro à appeler, au mieux un test d’écho.
    .detail = { $why }
problem-call-busy = Le numéro { $number } est occupé, ou a refusé
    .action = Essayez encore, ou choisissez un test d’écho.
    .detail = { $why }
problem-call-nobody-picked-up = Personne n’a décroché à { $number }
    .action = Appelez un numéro qui répond tout seul, au mieux un test d’écho.
    .detail = { $why }
problem-call-failed = L’appel à { $number } a échoué
    .action = Essayez un test d’écho. S’il échoue aussi, envoyez les détails à la personne qui s’occupe du standard.
    .detail = { $why }
problem-call-no-common-codec = Le standard parle une autre sorte de son
    .action = Autorisez G.711 (ulaw) pour ce poste dans le standard, et rappelez.
    .detail = { $why }
problem-call-limit = Assez d’appels pour l’instant
    .action = Attendez dix minutes, pour qu’aucun vigile ne vous prenne pour un cambrioleur.
problem-not-called-emergency = { $number } est un numéro d’urgence et n’est jamais appelé
    .action = Choisissez le test d’écho de votre standard.
problem-not-called-international = { $number } mène à l’étranger et n’est pas appelé
    .action = Choisissez le test d’écho de votre standard.
problem-not-called-premium = { $number } est facturé à la minute et n’est pas appelé
    .action = Choisissez le test d’écho de votre standard.
problem-not-called-elsewhere = { $server } mène ailleurs que le code
    .action = Utilisez l’adresse { $address }, qui est dans le code. Ou demandez un nouveau code au bureau.
    .detail = { $server } est { $leads }.
problem-not-called-not-a-number = { $number } n’est pas un numéro qu’on peut appeler
    .action = Tapez des chiffres, ou un code comme *43.
problem-unknown-extension = { $user } n’est pas un nom de poste
    .action = Tapez le numéro d’un poste libre.
problem-needs-server = On ne sait pas où est votre standard
    .action = Tapez --server NAME, comme il est dans les téléphones à l’extérieur.
problem-needs-number = Aucun numéro d’écho n’est connu pour votre standard
    .action = Tapez --number N, au mieux un test d’écho comme *43.
problem-needs-password = Personne n’est là pour taper le mot de passe
    .action = Donnez-le sur l’entrée standard, avec --password-stdin.
problem-needs-user = Aucun poste n’a été nommé
    .action = Tapez --user N, le numéro d’un poste libre.

audio-one-way = Le son ne passe que dans un sens
    .meaning = { $from ->
        [inside] Un appel aboutit. Mais même dans le bureau, un côté n’entend rien. Le souci n’est donc pas dans la rue.
       *[outside] Un appel aboutit. Mais { $way ->
            [out] le bureau n’entend pas le téléphone à l’extérieur
           *[back] le téléphone à l’extérieur n’entend pas le bureau
        }. En chemin, une porte ne s’ouvre pas, ou une adresse est fausse.
    }
    .action = Faites ceci, puis rappelez : { $from ->
        [inside] Vérifiez le son de ce poste dans le standard.
       *[outside] { $media_is ->
            [inside] Réglez votre adresse de rue dans le standard.
            [elsewhere] Réglez votre adresse de rue dans le standard.
           *[street] { $way ->
                [out] { $mapped ->
                    [yes] Cherchez un vigile sur le standard. Il arrête peut-être les visiteurs aux portes des voix.
                   *[no] Faites la règle des voix dans votre routeur. Le guide a les numéros.
                }
               *[back] Dites au standard que ce téléphone est à l’extérieur. Désactivez le portier dans les deux routeurs.
            }
        }
    }
    .detail = Appel d’essai à { $number } le { $at }, { $from ->
        [inside] de l’intérieur
       *[outside] de l’extérieur
    } : la signalisation marche, et le RTP { $way ->
        [out] est arrivé ici, mais le nôtre n’est pas arrivé là-bas (pas d’écho, et les rapports de l’autre côté n’en comptent aucun)
       *[back] envoyé d’ici est arrivé là-bas, mais rien n’est revenu
    }. Le son a été demandé à { $media }. Causes habituelles, la plus probable d’abord : { $media_is ->
        [inside] le SDP du standard nomme une adresse intérieure, car son adresse externe n’est pas réglée ; la plage des voix n’est pas redirigée.
        [elsewhere] le SDP du standard nomme une autre adresse que celle de la rue du bureau, comme une ancienne ou celle d’une autre ligne ; régler son adresse externe.
       *[street] { $way ->
            [out] la plage des voix n’est pas redirigée (les paquets du standard ouvrent eux-mêmes une sortie, ce qui le cache), ou elle diffère de celle réglée sur le standard ; un pare-feu sur le standard ; SIP ALG.
           *[back] le standard envoie à l’adresse privée dans le SDP du téléphone, car il ne le croit pas derrière un NAT (rtp_symmetric, comedia) ; un pare-feu du côté du téléphone ; SIP ALG d’un côté ou de l’autre.
        }
    }

audio-none = L’appel aboutit, mais il n’y a pas de son
    .meaning = { $from ->
        [inside] La sonnette marche. Mais même dans le bureau, il n’y a pas de voix. Le souci n’est donc pas dans la rue.
       *[outside] La sonnette marche. Mais aucune voix ne passe. Les portes des voix ne s’ouvrent pas, ou ne mènent nulle part.
    }
    .action = Faites ceci, puis rappelez : { $from ->
        [inside] Vérifiez le son de ce poste dans le standard.
       *[outside] { $media_is ->
            [inside] Réglez votre adresse de rue dans le standard.
            [elsewhere] Réglez votre adresse de rue dans le standard.
           *[street] { $mapped ->
                [yes] Comparez la règle des voix avec le guide. Le premier et le dernier numéro doivent être les mêmes.
               *[no] Faites la règle des voix dans votre routeur. Le guide a les numéros.
            }
        }
    }
    .detail = Appel d’essai à { $number } le { $at }, { $from ->
        [inside] de l’intérieur
       *[outside] de l’extérieur
    } : la signalisation marche, et aucun RTP n’est revenu. Le son a été demandé à { $media }. Un écho qui n’entend rien ne dit rien, donc l’aller peut être le sens bloqué. Causes habituelles, la plus probable d’abord : { $media_is ->
        [inside] le SDP du standard nomme une adresse intérieure, car son adresse externe n’est pas réglée ;
        [elsewhere] le SDP du standard nomme une autre adresse que celle de la rue du bureau, comme une ancienne ou celle d’une autre ligne ; régler son adresse externe ;
       *[street] la plage des voix n’est pas redirigée, ou elle diffère de celle réglée sur le standard ;
    } le standard envoie à l’adresse privée dans le SDP du téléphone ; un pare-feu sur le standard ou du côté du téléphone ; SRTP d’un seul côté.

other-voices-not-shown = Un appel avait du son dans les deux sens : une paire de portes
    .meaning = Chaque appel choisit au hasard ses portes des voix. Un appel de l’extérieur sonnait bien, mais les autres portes n’ont pas été essayées.
    .action = Faites un autre appel de temps en temps. Si l’un d’eux n’a pas de son, comparez la règle des voix avec le guide.
    .detail = Appel d’essai de l’extérieur à { $number } le { $at } : le RTP est passé dans les deux sens, à { $media }. Le reste de la plage des voix { $ports } n’est pas montré. Pour le montrer, lancer « entrance witness --code CODE » sur le standard pendant que quelqu’un frappe avec ce code.

incoming-call-lost = Un appel vers le téléphone à l’extérieur n’a pas sonné
    .meaning = Le téléphone à l’extérieur s’était connecté. Puis quelqu’un l’a appelé, et la sonnette est restée muette. Ou personne n’a appelé à temps.
    .action = Refaites le test de sonnerie. Appelez dans la demi-minute. Si elle reste muette, désactivez le portier dans les deux routeurs.
    .detail = Test de sonnerie le { $at } : enregistré, mais aucun INVITE n’est arrivé en 30 s, pas même après { $quiet } s de silence. Causes habituelles, la plus probable d’abord : le standard appelle l’adresse privée du Contact du téléphone, car il ne le croit pas derrière un NAT (rewrite_contact, nat) ; SIP ALG d’un côté ou de l’autre ; une règle du poste (ne pas déranger, renvoi) qui répond à la place du téléphone.

phone-side-forgets = Le routeur du téléphone oublie le chemin du retour
    .meaning = Le téléphone à l’extérieur est derrière un mur à lui. Quand le téléphone se tait un moment, ce mur l’oublie. La sonnette ne passe alors plus.
    .action = Réglez le téléphone pour qu’il donne signe de vie toutes les 25 secondes. Le réglage s’appelle souvent « keep-alive ».
    .detail = Test de sonnerie le { $at } : il sonne après { $heard } s de silence mais pas après { $lost } s. L’association NAT du côté du téléphone expire ; un keep-alive (CRLF, OPTIONS ou qualify) de 25 s la maintient.

practice-no-sound = Pas de son : les appels aboutissent, mais les portes des voix mènent ailleurs
practice-phones-fall-silent = Les téléphones se taisent : après une demi-minute de silence, ils ne sonnent plus
practice-phones-never-ring = Les téléphones ne sonnent jamais : le téléphone à l’extérieur peut appeler, et personne ne peut l’appeler
practice-sound-one-way = Son à sens unique : le bureau entend le téléphone à l’extérieur, mais pas l’inverse
