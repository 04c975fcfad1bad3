## Lo que la desinstalación pregunta y dice, y las opciones del programa para ello.
take-back-ask =
    Separate Entrance abrió entradas en su router ({ $router }): { $ports }

    Siguen abiertas cuando el programa ya no está, y nadie sabrá que se abrieron para usted. ¿Deshacerlas ahora?
take-back-done = Deshecho: ya no está abierto nada de lo que este programa abrió en su router.
take-back-left =
    Estas entradas siguen abiertas en su router: { $ports }

    { $why } Bórrelas en la página del router, o instale el programa otra vez y deshágalas en su oficina.
help-arg-take-back = Preguntar si se deshace lo que este programa abrió, y terminar
