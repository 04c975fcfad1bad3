## O que a desinstalação pergunta e diz, e as opções do programa para isso.
take-back-ask =
    O Separate Entrance abriu entradas no seu roteador ({ $router }): { $ports }

    Elas continuam abertas quando o programa se vai, e ninguém mais saberá que foram abertas para você. Desfazer agora?
take-back-done = Desfeito: nada do que este programa abriu no seu roteador está aberto ainda.
take-back-left =
    Estas entradas ainda estão abertas no seu roteador: { $ports }

    { $why } Apague-as na página do roteador, ou instale o programa de novo e desfaça-as no seu escritório.
help-arg-take-back = Perguntar se é para desfazer o que este programa abriu, e terminar
