## Ce que la désinstallation demande et dit, et les options du programme pour cela.
take-back-ask =
    Separate Entrance a ouvert des entrées sur votre routeur ({ $router }) : { $ports }

    Elles restent ouvertes quand le programme n'est plus là, et plus personne ne saura qu'elles ont été ouvertes pour vous. Faut-il les reprendre maintenant ?
take-back-done = Repris : plus rien de ce que ce programme a ouvert sur votre routeur n'est ouvert.
take-back-left =
    Ces entrées sont encore ouvertes sur votre routeur : { $ports }

    { $why } Supprimez-les sur la page du routeur, ou réinstallez le programme et reprenez-les dans votre bureau.
help-arg-take-back = Demander s'il faut reprendre ce que ce programme a ouvert, puis finir
