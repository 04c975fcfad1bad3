## The report as a page to read, to print and to send.

paper-title = { $name }: relatório de { $at }
paper-of = Relatório de { $at }
paper-lamp-lit = aberta e comprovada
paper-lamp-locked = trancado, como deve ser
paper-lamp-guests = só para convidados da lista
paper-lamp-trouble = não está como deveria
paper-lamp-alarm = aberto, mas deve ficar trancado
paper-lamp-dark = ninguém olhou ainda
paper-whole = Este relatório contém os endereços e nomes do seu escritório. Antes de enviá-lo, salve um com os dados privados ocultos.
paper-masked = Os dados privados estão ocultos: os endereços e nomes aqui são inventados, e o que era igual continua igual.
paper-clock = Os horários são os de { $zone }.
paper-done = feito
paper-not-done = ainda não feito
paper-router-code = O motivo do roteador: { $code }
paper-made-by = Feito com { $name } { $version }.
paper-keep = Tudo está neste único arquivo, e ele não pede nada a ninguém. Para guardá-lo como PDF, imprima-o.
paper-technician-lead = Tudo o que foi perguntado, respondido e listado. O mesmo está como dados no arquivo .json do relatório.
paper-computer = Este computador
paper-answers = O que foi dito
paper-program = A verificação
paper-every-row = Cada entrada e armário
paper-selected = escolhida
paper-list-before = A lista do roteador na verificação anterior ({ $at })
paper-voices = Vozes, testadas de fora
paper-column-entrance = Entrada
paper-column-known = O que se sabe
paper-column-inside = Perguntado dentro
paper-column-router = O roteador diz
paper-column-outside = Perguntado fora
paper-column-outside-ipv6 = Fora, IPv6
paper-column-result = O que resultou
paper-column-service = Serviço
paper-column-ports =
    .term = Portas
paper-column-need = Necessidade
paper-column-because = Por causa de
paper-column-outside-port = Fora
paper-column-leads-to = Leva a
paper-column-lease = Prazo
paper-column-description = Descrição
paper-column-at = Quando
paper-column-from = De onde
paper-column-street = Rua
paper-column-remarks = Observações
paper-column-letter = Carta
paper-column-test = Teste
paper-column-number = N.º
paper-column-target = Destino
paper-column-outcome = Resultado
paper-column-elapsed = ms
paper-column-seen = Visto
paper-column-voice-asked = Perguntado
paper-column-voice-missing = Não passou
paper-column-voice-in-use = Em uso

## A message to support: short above, everything below.

support-head = { $name } { $version }, verificação de { $at }. Os dados privados estão ocultos.
support-cause = A causa
support-no-cause = Não foi encontrado nada que atrapalhe.
support-also = Também encontrado: { $what }
support-tried = O que foi tentado
support-inside = - dentro do escritório: { $count ->
        [one] { $count } pergunta
       *[other] { $count } perguntas
    }, { $answered } com resposta
support-outside = - de fora: { $count ->
        [one] { $count } percurso
       *[other] { $count } percursos
    }, o último em { $at }
support-not-outside = - de fora: ainda não
support-router = - ao roteador foram pedidas { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }: { $what }
support-rechecks = - verificado de novo sem sucesso: { $count ->
        [one] uma vez
       *[other] { $count } vezes
    }
support-details = Tudo em detalhe

## The card on the results.

window-report =
    .title = Guardar ou enviar
    .lead = Uma página com o desenho, para qualquer navegador e para imprimir. Os dados privados vão ocultos, por isso pode enviá-la.
window-report-open = Abrir
window-report-path = Copiar onde está

## One window.

problem-open-already = O Separate Entrance já está aberto. A janela dele veio para a frente.
    .action = Procure-a entre as suas janelas abertas.
problem-open-unheard = O Separate Entrance já está aberto (processo { $pid }), e a janela dele não responde.
    .action = Feche essa janela. Depois inicie de novo.
problem-open-elsewhere = O seu próprio escritório está aberto em outra janela. Ela veio para a frente.
    .action = Continue lá. Ou feche-a e volte daqui.

## The log file.

window-lies-log = Registro, para quem ajuda
help-arg-log = Quanto vai para o registro: off, usual ou detailed
help-log = O registro está em { $path }. Não contém senhas, códigos nem endereços reais, então pode ser enviado a quem ajuda.

## No window at all.

no-renderer = Este computador não consegue desenhar a janela, então tudo continua aqui em texto. { $why }
