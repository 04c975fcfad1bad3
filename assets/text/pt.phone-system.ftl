# O que a central telefônica diz de si mesma: os achados, e o que há de errado em um bloco colado.

phone-system-wrong-outside-address = A sua central escreve um endereço errado nas suas cartas
    .meaning = { $why ->
        [differs] A sua central diz aos telefones de fora para onde mandar as vozes. Ela dá outra rua, e as vozes vão para lá e não para você.
        [inside] A sua central diz aos telefones de fora para onde mandar as vozes. Ela dá um quarto da sua casa. Da rua ninguém o encontra, e as vozes se perdem.
        [name-elsewhere] A sua central diz aos telefones de fora para onde mandar as vozes. Para isso ela procura um nome, e o nome leva a outra rua.
        [name-nowhere] A sua central diz aos telefones de fora para onde mandar as vozes. Ela dá um nome que ninguém conhece.
       *[none] A sua central não sabe o seu endereço na rua. Ela dá aos telefones de fora o número do próprio quarto, e da rua ninguém o encontra.
    }
    .action = { $known ->
        [yes] Escreva { $street } na sua central como endereço para os telefones de fora.
       *[no] Escreva o seu endereço na rua na sua central como endereço para os telefones de fora.
    }{ $lines ->
        [yes] {" "}O lugar: { $change }. Para valer: { $apply }.
       *[no] {""}
    } Depois, olhe dentro de novo e faça uma ligação de teste de fora.
    .detail = A central põe { $now } em Contact, Via e na linha c= do SDP para os telefones de fora; o endereço na rua é { $street }. Escrito no arquivo: { $written }. O nome leva a: { $leads }. Nas palavras dessa central: { $change } (agora: { $now }; mais linhas: { $more }). Para valer: { $apply }. Visto { $looked }.

phone-system-local-net-wrong = A sua central confunde a casa com a rua
    .meaning = { $why ->
        [foreign] A sua central toma alguém da rua por alguém da casa. Ela dá a essa pessoa um número de quarto em vez do seu endereço na rua, e as vozes se perdem.
        [none] Ninguém disse à sua central quem é da casa. Ela não consegue separar a casa dos visitantes, e dá a alguém o endereço errado.
       *[missing] A sua central toma as pessoas da sua própria casa por visitantes. Ela as manda à rua e de volta, e as vozes podem se perder.
    }
    .action = { $why ->
        [foreign] Tire da lista de redes locais o que não é da sua casa.
        [missing] Escreva { $network } na lista de redes locais.
        [none] Escreva { $network } na lista de redes locais.
       *[other] Escreva a sua própria rede na lista de redes locais.
    }{ $lines ->
        [yes] {" "}O lugar: { $change }. Para valer: { $apply }.
       *[no] {""}
    } Depois, olhe dentro de novo e faça uma ligação de teste.
    .detail = Redes locais agora: { $now }; a rede do escritório: { $network }; na lista por engano: { $stranger }. O chan_sip usa o endereço de fora só com quem não está em localnet, e nunca enquanto localnet está vazio; o PJSIP da mesma forma, com local_net de cada transporte. Nas palavras dessa central: { $change } (agora: { $now }; mais linhas: { $more }). Para valer: { $apply }. Visto { $looked }.

voice-range-differs = A sua central usa outras portas para as vozes
    .meaning = { $how ->
        [shut] A sua central escolhe uma porta para as vozes de cada ligação. Algumas das portas entre as quais ela escolhe não estão abertas no seu muro. Aí a ligação fica muda.
        [usual] A maioria das centrais deste tipo usa { $usual }. A sua usa { $range }. De agora em diante, o plano e o guia seguem a sua.
       *[other] As centrais deste tipo usam outras portas. De agora em diante, o plano e o guia seguem a sua.
    }
    .action = { $how ->
        [shut] Faça no seu roteador uma regra que leve { $range } à central. Ou deixe a central usar só de { $first } a { $last }.
        [usual] Confira se o seu roteador leva { $range } à central.
       *[other] Confira se o seu roteador leva à central todas as portas dela para as vozes.
    }{ $how ->
        [shut] {" "}O lugar: { $change }. Para valer: { $apply }.
       *[usual] {""}
    } Depois, olhe dentro de novo e faça uma ligação de teste.
    .detail = Faixa RTP da central: { $range }; usual: { $usual }; o roteador leva até ela: { $listed }; escrito no arquivo: { $written }. Nas palavras dessa central: { $change } (agora: { $now }; mais linhas: { $more }). Para valer: { $apply }. Visto { $looked }.

sip-port-differs = A sua central espera atrás de outra porta
    .meaning = { $how ->
        [not-bound] A sua central deve esperar atrás desta porta, e ninguém está ali. Talvez outro programa a ocupe, ou a central não foi reiniciada.
        [off] A sua central não fala do modo para o qual esta porta foi feita.
       *[elsewhere] Os visitantes chegam a uma porta, e a sua central espera atrás de outra.
    }
    .action = Deixe a sua central usar a porta que os visitantes conhecem. Ou faça a entrada levar à porta que ela usa.{ $lines ->
        [yes] {" "}O lugar: { $change }. Para valer: { $apply }.
       *[no] {""}
    } Depois, olhe dentro de novo.
    .detail = Pedido: { $asked }; a central ocupa: { $really }. Um roteador também pode levar o número de fora a outro de dentro. Nas palavras dessa central: { $change } (agora: { $now }; mais linhas: { $more }). Para valer: { $apply }. Visto { $looked }.

visitor-banned = A sua central recusa alguém que é dos seus
    .meaning = { $who ->
        [phone] Um dos seus próprios telefones está na lista dela dos que ficam de fora.
        [office] O seu próprio endereço na rua está na lista dela dos que ficam de fora.
        [here] Este computador está na lista dela dos que ficam de fora.
        [trusted] Alguém da sua lista de convidados está na lista dela dos que ficam de fora.
       *[walker] O visitante que bateu está na lista dela dos que ficam de fora.
    } As centrais fazem essas listas depois de muitas tentativas erradas.
    .action = Tire o endereço dessa lista.{ $lines ->
        [yes] {" "}O caminho: { $change }.
       *[no] {""}
    } Depois, coloque a senha certa nesse telefone, ou ele logo voltará à lista.
    .detail = Recusados: { $addresses } ({ $all } ao todo), por { $keeper }, lista { $jail }. Visto { $looked }. Um endereço seu deve estar na lista dos que nunca são bloqueados (ignoreip no fail2ban, trusted no firewall do FreePBX).

nat-settings-of-extension = Falta um ajuste a alguns telefones de fora
    .meaning = { $only ->
        [qualify] A sua central nunca pergunta a estes telefones se estão aí. O roteador do lado deles pode esquecer o caminho de volta, e então eles não tocam.
       *[more] A sua central manda as respostas ao endereço que o próprio telefone escreveu. Em casa é um número de quarto, e da rua ninguém o encontra.
    }
    .action = Mude estes ajustes de cada telefone de fora.{ $lines ->
        [yes] {" "}O lugar: { $change }. Para valer: { $apply }.
       *[no] {""}
    } Depois, olhe dentro de novo e faça uma ligação de teste de fora.
    .detail = Ramais: { $names } ({ $all } ao todo). Falta: { $settings }. As linhas mostradas são as do primeiro. Nas palavras dessa central: { $change } (agora: { $now }; mais linhas: { $more }). Para valer: { $apply }. Visto { $looked }.

phone-not-registered = Alguns telefones não estão registrados
    .meaning = { $how ->
        [silent] Estes telefones se registraram, e agora não respondem à sua central. Ninguém consegue ligar para eles.
       *[away] Outros telefones estão registrados, e estes não. Ninguém consegue ligar para eles.
    }
    .action = { $how ->
        [silent] Olhe a linha destes telefones, e desligue e ligue cada um: { $names }.
        [away] Olhe estes telefones: { $names }. Confira em cada um o nome do servidor e a senha. Deixe de lado os que ninguém usa.
       *[other] Olhe os telefones que não tocam. Confira em cada um o nome do servidor e a senha.
    } Depois, olhe dentro de novo.
    .detail = { $names } ({ $all } ao todo; registrados: { $signed }). Visto { $looked }.

guest-calls-allowed = A sua central deixa desconhecidos ligarem
    .meaning = Pelos próprios ajustes, a sua central aceita ligações de gente sem nome nem senha. Ligações assim podem acabar na sua fatura.
    .action = Desligue na central as ligações de desconhecidos.{ $lines ->
        [yes] {" "}O lugar: { $change }. Para valer: { $apply }.
       *[no] {""}
    } Depois, olhe dentro de novo.
    .detail = Um valor de fábrica também conta: o chan_sip aceita visitantes enquanto allowguest=no não estiver escrito, e o PJSIP onde um endpoint se chama anonymous. Nas palavras dessa central: { $change } (agora: { $now }; mais linhas: { $more }). Para valer: { $apply }. Visto { $looked }.

callout-enabled = É possível discar para fora por uma caixa postal
    .meaning = Quem descobre o código de uma caixa postal pode discar para fora por ela. Ladrões tentam esses códigos de noite, e a fatura é sua.
    .action = Desligue discar para fora e ligar de volta em cada caixa postal que não precisa disso.{ $lines ->
        [yes] {" "}O lugar: { $change }. Para valer: { $apply }.
       *[no] {""}
    } Depois, olhe dentro de novo.
    .detail = Caixas postais ou contextos: { $names } ({ $all } ao todo). Nas palavras dessa central: { $change } (agora: { $now }; mais linhas: { $more }). Para valer: { $apply }. Visto { $looked }.

international-open = Todos os telefones podem ligar para o exterior
    .meaning = A sua central deixa todos os telefones ligarem para o exterior. Um ladrão que chegue a um telefone também pode, uma noite inteira.
    .action = Peça um limite à sua operadora telefônica, ou deixe ligar para o exterior só quem precisa. Deixe os números de emergência, como 112 e 911, como estão.{ $lines ->
        [yes] {" "}O caminho: { $change }.
       *[no] {""}
    } Depois, olhe dentro de novo.
    .detail = Padrões que levam ao exterior: { $names } ({ $all } ao todo). Nas palavras dessa central: { $change } (agora: { $now }; mais linhas: { $more }). Para valer: { $apply }. Visto { $looked }.

problem-paste-foreign-file = Este bloco cita um arquivo que não é de uma central
    .action = Execute o bloco de novo na central e cole o que ele escrever. Não use este: ele cita { $file }.
problem-paste-holds-secret = Há uma senha neste bloco
    .action = Execute o bloco de novo na central e cole o que ele escrever. Deste nada foi guardado. Se a senha for verdadeira, mude-a lá: { $key }.
problem-paste-absurd = Este bloco diz algo que não pode ser
    .action = Execute o bloco de novo na central e cole o que ele escrever. Não use este: { $line }.
problem-paste-old = O que a central disse é de outro dia
    .action = { $why ->
        [clock] Execute o bloco de novo na central: este foi feito em { $at }. Se foi feito agora mesmo, acerte antes o relógio dessa caixa.
        [check] Verifique o escritório de novo e depois olhe dentro de novo: a verificação é de { $checked }, e o olhar para dentro de { $at }.
       *[other] Olhe dentro de novo.
    }
problem-paste-other-box = Isto é o que outra caixa diz de si mesma
    .action = Execute o bloco na sua central, { $address }. Este é de uma caixa em { $addresses }.

report-inside = O que a central diz de si mesma
paper-column-setting = Ajuste
paper-column-value = Valor
paper-column-place = Onde
