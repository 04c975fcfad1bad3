# Ce que le standard dit de lui-même : les constats, et ce qui ne va pas dans un bloc collé.

phone-system-wrong-outside-address = Votre standard écrit une fausse adresse sur ses lettres
    .meaning = { $why ->
        [differs] Votre standard dit aux téléphones à l’extérieur où envoyer les voix. Il nomme une autre rue : les voix y vont, et pas chez vous.
        [inside] Votre standard dit aux téléphones à l’extérieur où envoyer les voix. Il nomme une pièce de votre maison. Depuis la rue, personne ne la trouve, et les voix se perdent.
        [name-elsewhere] Votre standard dit aux téléphones à l’extérieur où envoyer les voix. Il cherche pour cela un nom, et ce nom mène à une autre rue.
        [name-nowhere] Votre standard dit aux téléphones à l’extérieur où envoyer les voix. Il donne un nom que personne ne connaît.
       *[none] Votre standard ne connaît pas votre adresse de rue. Il donne aux téléphones à l’extérieur le numéro de sa propre pièce, et depuis la rue personne ne la trouve.
    }
    .action = { $known ->
        [yes] Écrivez { $street } dans votre standard comme adresse pour les téléphones à l’extérieur.
       *[no] Écrivez votre adresse de rue dans votre standard comme adresse pour les téléphones à l’extérieur.
    }{ $lines ->
        [yes] {" "}L’endroit : { $change }. Pour que cela compte : { $apply }.
       *[no] {""}
    } Puis regardez à nouveau dedans et faites un appel d’essai de l’extérieur.
    .detail = Le standard met { $now } dans Contact, Via et la ligne c= du SDP pour les téléphones à l’extérieur ; l’adresse de rue est { $street }. Écrit dans le fichier : { $written }. Le nom mène à : { $leads }. Dans les mots de ce standard : { $change } (maintenant : { $now } ; autres lignes : { $more }). Pour que cela compte : { $apply }. Vu le { $looked }.

phone-system-local-net-wrong = Votre standard confond la maison et la rue
    .meaning = { $why ->
        [foreign] Votre standard prend quelqu’un de la rue pour quelqu’un de la maison. Il lui donne un numéro de pièce au lieu de votre adresse de rue, et les voix se perdent.
        [none] Personne n’a dit à votre standard qui est de la maison. Il ne peut pas les distinguer des visiteurs, et donne à quelqu’un la mauvaise adresse.
       *[missing] Votre standard prend les gens de votre propre maison pour des visiteurs. Il les envoie dans la rue et les fait rentrer, et leurs voix peuvent se perdre.
    }
    .action = { $why ->
        [foreign] Retirez de la liste des réseaux locaux ce qui n’est pas de votre maison.
        [missing] Écrivez { $network } dans la liste des réseaux locaux.
        [none] Écrivez { $network } dans la liste des réseaux locaux.
       *[other] Écrivez votre propre réseau dans la liste des réseaux locaux.
    }{ $lines ->
        [yes] {" "}L’endroit : { $change }. Pour que cela compte : { $apply }.
       *[no] {""}
    } Puis regardez à nouveau dedans et faites un appel d’essai.
    .detail = Réseaux locaux maintenant : { $now } ; le réseau du bureau : { $network } ; sur la liste par erreur : { $stranger }. chan_sip n’emploie son adresse extérieure qu’envers ceux qui ne sont pas dans localnet, et jamais tant que localnet est vide ; PJSIP de même, avec local_net de chaque transport. Dans les mots de ce standard : { $change } (maintenant : { $now } ; autres lignes : { $more }). Pour que cela compte : { $apply }. Vu le { $looked }.

voice-range-differs = Votre standard utilise d’autres portes pour les voix
    .meaning = { $how ->
        [shut] Votre standard choisit une porte pour les voix de chaque appel. Certaines des portes parmi lesquelles il choisit ne sont pas ouvertes dans votre mur. Alors l’appel reste muet.
        [usual] La plupart des standards de ce genre utilisent { $usual }. Le vôtre utilise { $range }. Désormais, le plan et le guide suivent le vôtre.
       *[other] Les standards de ce genre utilisent d’autres portes. Désormais, le plan et le guide suivent le vôtre.
    }
    .action = { $how ->
        [shut] Faites dans votre routeur une règle qui mène { $range } au standard. Ou laissez le standard n’utiliser que { $first } à { $last }.
        [usual] Vérifiez que votre routeur mène { $range } au standard.
       *[other] Vérifiez que votre routeur mène au standard toutes ses portes des voix.
    }{ $how ->
        [shut] {" "}L’endroit : { $change }. Pour que cela compte : { $apply }.
       *[usual] {""}
    } Puis regardez à nouveau dedans et faites un appel d’essai.
    .detail = Plage RTP du standard : { $range } ; habituelle : { $usual } ; le routeur y mène : { $listed } ; écrit dans le fichier : { $written }. Dans les mots de ce standard : { $change } (maintenant : { $now } ; autres lignes : { $more }). Pour que cela compte : { $apply }. Vu le { $looked }.

sip-port-differs = Votre standard attend derrière une autre porte
    .meaning = { $how ->
        [not-bound] Votre standard doit attendre derrière cette porte, et personne ne s’y tient. Un autre programme l’occupe peut-être, ou le standard n’a pas été relancé.
        [off] Votre standard ne parle pas de la façon pour laquelle cette porte est faite.
       *[elsewhere] Les visiteurs arrivent à une porte, et votre standard attend derrière une autre.
    }
    .action = Laissez votre standard utiliser la porte que les visiteurs connaissent. Ou faites mener l’entrée à la porte qu’il utilise.{ $lines ->
        [yes] {" "}L’endroit : { $change }. Pour que cela compte : { $apply }.
       *[no] {""}
    } Puis regardez à nouveau dedans.
    .detail = Demandé : { $asked } ; le standard tient : { $really }. Un routeur peut aussi mener le numéro extérieur à un autre à l’intérieur. Dans les mots de ce standard : { $change } (maintenant : { $now } ; autres lignes : { $more }). Pour que cela compte : { $apply }. Vu le { $looked }.

visitor-banned = Votre standard repousse quelqu’un des vôtres
    .meaning = { $who ->
        [phone] Un de vos propres téléphones est sur sa liste de ceux qui restent dehors.
        [office] Votre propre adresse de rue est sur sa liste de ceux qui restent dehors.
        [here] Cet ordinateur est sur sa liste de ceux qui restent dehors.
        [trusted] Quelqu’un de votre liste des invités est sur sa liste de ceux qui restent dehors.
       *[walker] Le visiteur qui a frappé est sur sa liste de ceux qui restent dehors.
    } Les standards font de telles listes après trop de mauvais essais.
    .action = Retirez l’adresse de cette liste.{ $lines ->
        [yes] {" "}Le chemin : { $change }.
       *[no] {""}
    } Puis mettez le bon mot de passe dans ce téléphone, sinon il sera bientôt de nouveau sur la liste.
    .detail = Repoussés : { $addresses } ({ $all } en tout), par { $keeper }, liste { $jail }. Vu le { $looked }. Une adresse à vous a sa place sur la liste de celles qui ne sont jamais bloquées (ignoreip dans fail2ban, trusted dans le pare-feu de FreePBX).

nat-settings-of-extension = Il manque un réglage à des téléphones à l’extérieur
    .meaning = { $only ->
        [qualify] Votre standard ne demande jamais à ces téléphones s’ils sont là. Le routeur de leur côté peut oublier le chemin du retour, et alors ils ne sonnent pas.
       *[more] Votre standard envoie ses réponses à l’adresse que le téléphone a écrite lui-même. Chez lui, c’est un numéro de pièce, et depuis la rue personne ne le trouve.
    }
    .action = Changez ces réglages pour chaque téléphone à l’extérieur.{ $lines ->
        [yes] {" "}L’endroit : { $change }. Pour que cela compte : { $apply }.
       *[no] {""}
    } Puis regardez à nouveau dedans et faites un appel d’essai de l’extérieur.
    .detail = Postes : { $names } ({ $all } en tout). Il manque : { $settings }. Les lignes montrées sont celles du premier. Dans les mots de ce standard : { $change } (maintenant : { $now } ; autres lignes : { $more }). Pour que cela compte : { $apply }. Vu le { $looked }.

phone-not-registered = Certains téléphones ne sont pas inscrits
    .meaning = { $how ->
        [silent] Ces téléphones se sont inscrits, et maintenant ils ne répondent pas à votre standard. Personne ne peut les appeler.
       *[away] D’autres téléphones sont inscrits, et ceux-ci ne le sont pas. Personne ne peut les appeler.
    }
    .action = { $how ->
        [silent] Regardez la ligne de ces téléphones, éteignez-les et rallumez-les : { $names }.
        [away] Regardez ces téléphones : { $names }. Vérifiez dans chacun le nom du serveur et le mot de passe. Passez ceux dont personne ne se sert.
       *[other] Regardez les téléphones qui ne sonnent pas. Vérifiez dans chacun le nom du serveur et le mot de passe.
    } Puis regardez à nouveau dedans.
    .detail = { $names } ({ $all } en tout ; inscrits : { $signed }). Vu le { $looked }.

guest-calls-allowed = Votre standard laisse appeler des inconnus
    .meaning = D’après ses propres réglages, votre standard accepte les appels de gens sans nom ni mot de passe. De tels appels peuvent finir sur votre facture.
    .action = Désactivez sur le standard les appels d’inconnus.{ $lines ->
        [yes] {" "}L’endroit : { $change }. Pour que cela compte : { $apply }.
       *[no] {""}
    } Puis regardez à nouveau dedans.
    .detail = Une valeur par défaut compte aussi : chan_sip accepte des invités tant que allowguest=no n’est pas écrit, PJSIP là où un endpoint s’appelle anonymous. Dans les mots de ce standard : { $change } (maintenant : { $now } ; autres lignes : { $more }). Pour que cela compte : { $apply }. Vu le { $looked }.

callout-enabled = On peut appeler vers l’extérieur par une messagerie
    .meaning = Qui trouve le code d’une messagerie peut appeler vers l’extérieur à travers elle. Des voleurs essaient de tels codes la nuit, et la facture est pour vous.
    .action = Désactivez l’appel vers l’extérieur et le rappel pour chaque messagerie qui n’en a pas besoin.{ $lines ->
        [yes] {" "}L’endroit : { $change }. Pour que cela compte : { $apply }.
       *[no] {""}
    } Puis regardez à nouveau dedans.
    .detail = Messageries ou contextes : { $names } ({ $all } en tout). Dans les mots de ce standard : { $change } (maintenant : { $now } ; autres lignes : { $more }). Pour que cela compte : { $apply }. Vu le { $looked }.

international-open = Tous les téléphones peuvent appeler l’étranger
    .meaning = Votre standard laisse tous les téléphones appeler l’étranger. Un voleur qui atteint un téléphone le peut aussi, toute une nuit.
    .action = Demandez une limite à votre opérateur téléphonique, ou ne laissez appeler l’étranger que ceux qui en ont besoin. Laissez les numéros d’urgence, comme 112 et 911, tels quels.{ $lines ->
        [yes] {" "}Le chemin : { $change }.
       *[no] {""}
    } Puis regardez à nouveau dedans.
    .detail = Motifs qui mènent à l’étranger : { $names } ({ $all } en tout). Dans les mots de ce standard : { $change } (maintenant : { $now } ; autres lignes : { $more }). Pour que cela compte : { $apply }. Vu le { $looked }.

problem-paste-foreign-file = Ce bloc nomme un fichier qui n’est pas d’un standard
    .action = Lancez à nouveau le bloc sur le standard, et collez ce qu’il écrit. N’utilisez pas celui-ci : il nomme { $file }.
problem-paste-holds-secret = Ce bloc contient un mot de passe
    .action = Lancez à nouveau le bloc sur le standard, et collez ce qu’il écrit. Rien de celui-ci n’a été gardé. Si le mot de passe est vrai, changez-le là-bas : { $key }.
problem-paste-absurd = Ce bloc dit quelque chose qui ne peut pas être
    .action = Lancez à nouveau le bloc sur le standard, et collez ce qu’il écrit. N’utilisez pas celui-ci : { $line }.
problem-paste-old = Ce que le standard a dit est d’un autre jour
    .action = { $why ->
        [clock] Lancez à nouveau le bloc sur le standard : celui-ci a été fait le { $at }. S’il vient d’être fait, réglez d’abord l’horloge de cet appareil.
        [check] Vérifiez à nouveau votre bureau, puis regardez à nouveau dedans : la vérification est du { $checked }, et le regard à l’intérieur du { $at }.
       *[other] Regardez à nouveau dedans.
    }
problem-paste-other-box = C’est un autre appareil qui parle de lui-même
    .action = Lancez le bloc sur votre standard, { $address }. Celui-ci vient d’un appareil à { $addresses }.

report-inside = Ce que le standard dit de lui-même
paper-column-setting = Réglage
paper-column-value = Valeur
paper-column-place = Où
