# O ensaio: um telefone de fora, encenado. As palavras da imagem estão no começo de pt.ftl; além delas:
# rehearsal ensaio · test call ligação de teste · ring test teste do toque · echo test teste de eco · to ring tocar ·
# to sign in registrar-se

doing-registering = Registrando-se como telefone
doing-calling = Ligando
doing-listening = Enviando som e escutando
doing-keeping-quiet = Em silêncio: faltam { $seconds } segundos
doing-waiting-for-call = Ligue agora para este ramal, de outro telefone

grade-good = boa
grade-usable = aceitável
grade-poor = ruim

help-rehearse = Fazer de telefone de fora: registrar-se, ligar para um número e medir o som nos dois sentidos. Com o código de um escritório, mostra um código a devolver
help-arg-server = Central telefônica como está digitada nos telefones, um nome ou endereço; depois de dois-pontos pode vir uma porta
help-arg-user = Ramal com que se registrar. Use um livre
help-arg-number = Para onde ligar; sem isto, o eco da sua central telefônica, quando é conhecido
help-arg-ring = Depois esperar em silêncio e dizer se uma ligação para este ramal toca
help-arg-password-stdin = Ler a senha da entrada padrão em vez de pedi-la

terminal-rehearse-what = Isto se registra em { $server } como ramal { $user }, liga para { $number }, envia um tom e escuta por alguns segundos. Depois desliga e sai. Use um ramal livre, que nenhum telefone tenha.
terminal-rehearse-ring = Depois fica em silêncio, e alguém liga para este ramal quando for pedido.
terminal-ask-rehearse = Ligar agora?
terminal-password = Senha do ramal { $user }:
terminal-ring-quiet = { $n } de { $total }: em silêncio por { $seconds } segundos …
terminal-ring-now = { $n } de { $total }: ligue agora para este ramal, de outro telefone. Há { $seconds } segundos para isso.
terminal-ring-rang = Tocou.
terminal-ring-silent = Não tocou.

ring-not-yet = Após { $seconds } segundos de silêncio: não testado

step-rehearse = Ligação de teste
    .title = Fazer de telefone de fora
    .lead = Este computador se registra como um telefone, liga para um número e mede o som nos dois sentidos. Melhor de outra rua: em casa, ou por um celular.

window-rehearse = Fazer uma ligação de teste
window-rehearse-here = Ou fazer uma ligação de teste
    .title = Ou fazer de telefone de fora
    .lead = Do lugar onde está, este computador pode se registrar como um telefone do escritório. Ele diz como é o som de uma ligação e se ela toca.
window-rehearse-server = Central telefônica
window-rehearse-server-hint = como está digitada nos telefones de fora
window-rehearse-user = Ramal (extensão)
window-rehearse-user-hint = por exemplo 299
window-rehearse-spare = Use um ramal livre, que nenhum telefone usa, para não incomodar ninguém.
window-rehearse-password = Senha deste ramal
window-rehearse-password-kept = Usada uma vez, sem ser guardada nem mostrada. Depois de cada tentativa, é pedida de novo.
window-rehearse-number = Número para ligar
window-rehearse-number-hint = de preferência um teste de eco, como *43
window-rehearse-call = Ligar agora
window-rehearse-ring = Fazer o teste do toque
    .lead = O teste do toque fica em silêncio por 10, 60 e 180 segundos, como um telefone em uma mesa, e a cada vez pede que alguém ligue para este ramal. Assim mostra se os telefones de fora ainda tocam mais tarde.
window-rehearse-again = Ligar mais uma vez
window-rehearse-calling = Isto leva no máximo 20 segundos. Depois desliga e sai sozinho.
window-rehearse-waiting = Tenha outro telefone à mão. A cada pedido para ligar, disque este ramal dentro de meio minuto, e desligue assim que aparecer que ele toca.

window-hand-back-call =
    .lead = Ele diz como foi o som da ligação. Só o escritório que fez o convite pode lê-lo como resposta.

terminal-rehearse = Fazer uma ligação de teste: fazer de telefone de fora
terminal-rehearse-not-yet = Falta alguma coisa, ou não se pode ligar para esse número. Tente de novo.

rehearsal-heading = A ligação para { $number }
rehearsal-both-ways = O som passou nos dois sentidos.
rehearsal-dead-out = O som passou em um só sentido: daqui se ouve o escritório, mas o escritório não ouve nada.
rehearsal-dead-back = O som passou em um só sentido: o escritório ouve, mas daqui não se ouve o escritório.
rehearsal-none = A ligação foi atendida, mas nenhum som chegou.
rehearsal-out-unknown = Chegou som do escritório. Nada diz se o daqui chegou lá: ligue para um número de eco para saber.
rehearsal-grade = Qualidade do som: { $grade }
rehearsal-not-made = A ligação não se completou.
rehearsal-from-inside = Esta ligação foi feita dentro do escritório, por isso só mostra a central telefônica e não a rua.
rehearsal-one-pair = Uma ligação comprova um par de portas para as vozes, não todas.
rehearsal-figures = perda { $loss } %, variação (jitter) { $jitter } ms, ida e volta { $round_trip } ms
rehearsal-media = A central telefônica pediu o som em { $media }.
report-rehearsal = A ligação de teste
ring-rang = Após { $seconds } segundos de silêncio: tocou
ring-silent = Após { $seconds } segundos de silêncio: não tocou

problem-call-no-such-name = Ninguém responde pelo nome { $server }
    .action = Confira como está escrito. Digite o nome ou endereço exatamente como está em um telefone que funciona.
problem-call-no-answer = Nada responde em { $server }
    .action = Confira o nome ou o endereço. Se estiver certo, verifique antes o escritório de fora: as ligações não entram.
problem-call-nothing-listens = Há uma máquina em { $server }, mas ela não aceita ligações
    .action = Confira o endereço, e se a central telefônica está funcionando.
problem-call-own-trouble = Este computador não conseguiu fazer a ligação
    .action = Confira se este computador tem rede, e tente de novo.
    .detail = { $why }
problem-call-wrong-password = A central telefônica não aceita esta senha para { $user }
    .action = Confira o ramal e a senha, e espere um pouco antes de tentar de novo: erros demais deixam a sua rua de fora.
    .detail = { $why }
problem-call-no-such-extension = A central telefônica não conhece nenhum ramal { $user }
    .action = Confira o número do ramal.
    .detail = { $why }
problem-call-extension-in-use = Outro telefone está registrado como { $user }
    .action = Use um ramal livre, para não incomodar o telefone de ninguém. Depois de uma tentativa interrompida, espere alguns minutos.
problem-call-not-taken-in = A central telefônica não deixa o ramal { $user } se registrar
    .action = Confira na central telefônica se este ramal pode se registrar deste lugar.
    .detail = { $why }
problem-call-no-such-number = A central telefônica não conhece nenhum número { $number }
    .action = Escolha outro número para ligar, de preferência um teste de eco.
    .detail = { $why }
problem-call-busy = O número { $number } está ocupado, ou recusou
    .action = Tente de novo, ou escolha um teste de eco.
    .detail = { $why }
problem-call-nobody-picked-up = Ninguém atendeu em { $number }
    .action = Ligue para um número que atenda sozinho, de preferência um teste de eco.
    .detail = { $why }
problem-call-failed = A ligação para { $number } falhou
    .action = Tente um teste de eco. Se falhar também, envie os detalhes a quem cuida da central telefônica.
    .detail = { $why }
problem-call-no-common-codec = A central telefônica fala outro tipo de som
    .action = Permita G.711 (ulaw) para este ramal na central telefônica, e ligue de novo.
    .detail = { $why }
problem-call-limit = Por agora já são ligações suficientes
    .action = Espere dez minutos, para que nenhum vigia pense que há um ladrão.
problem-not-called-emergency = { $number } é um número de emergência, e nunca se liga para ele
    .action = Escolha o teste de eco da sua central telefônica.
problem-not-called-international = { $number } é uma ligação para o exterior e não é feita
    .action = Escolha o teste de eco da sua central telefônica.
problem-not-called-premium = { $number } é cobrado por minuto, e não se liga para ele
    .action = Escolha o teste de eco da sua central telefônica.
problem-not-called-elsewhere = { $server } leva a outro lugar que não o do código
    .action = Use o endereço { $address }, que está no código. Ou peça um código novo ao escritório.
    .detail = { $server } é { $leads }.
problem-not-called-not-a-number = { $number } não é um número para o qual se possa ligar
    .action = Digite algarismos, ou um código como *43.
problem-unknown-extension = { $user } não é nome de ramal
    .action = Digite o número de um ramal livre.
problem-needs-server = Não se sabe onde está a sua central telefônica
    .action = Digite --server NAME, como está nos telefones de fora.
problem-needs-number = Nenhum número de eco é conhecido para a sua central telefônica
    .action = Digite --number N, de preferência um teste de eco como *43.
problem-needs-password = Não há ninguém para digitar a senha
    .action = Dê a senha pela entrada padrão, com --password-stdin.
problem-needs-user = Nenhum ramal foi indicado
    .action = Digite --user N, o número de um ramal livre.

audio-one-way = O som passa em um só sentido
    .meaning = { $from ->
        [inside] A ligação se completa. Mas mesmo dentro do escritório um lado não ouve nada. Então o problema não está na rua.
       *[outside] A ligação se completa. Mas { $way ->
            [out] o escritório não ouve o telefone de fora
           *[back] o telefone de fora não ouve o escritório
        }. No caminho há uma porta que não abre, ou um endereço está errado.
    }
    .action = Faça isto e ligue de novo: { $from ->
        [inside] Confira o som deste ramal na central telefônica.
       *[outside] { $media_is ->
            [inside] Coloque o seu endereço na rua na central telefônica.
            [elsewhere] Coloque o seu endereço na rua na central telefônica.
           *[street] { $way ->
                [out] { $mapped ->
                    [yes] Procure um vigia na central telefônica. Ele pode parar visitantes nas portas para as vozes.
                   *[no] Faça no seu roteador a regra para as vozes. O guia tem os números.
                }
               *[back] Diga à central telefônica que este telefone está fora. Desligue o porteiro nos dois roteadores.
            }
        }
    }
    .detail = Ligação de ensaio para { $number } em { $at }, { $from ->
        [inside] de dentro
       *[outside] de fora
    }: a sinalização funciona, e o RTP { $way ->
        [out] chegou aqui, mas o nosso não chegou lá (nenhum eco, e os relatórios do outro lado não contam nada)
       *[back] nosso chegou lá, mas nada voltou
    }. O som foi pedido em { $media }. Causas comuns, da mais à menos provável: { $media_is ->
        [inside] o SDP da central indica um endereço interno, porque o endereço externo dela não está definido; a faixa de voz não está redirecionada.
        [elsewhere] o SDP da central indica outro endereço que não o da rua do escritório, como um antigo ou o de outra linha; defina o endereço externo dela.
       *[street] { $way ->
            [out] a faixa de voz não está redirecionada (os próprios pacotes da central abrem um caminho para fora, o que esconde isso), ou é diferente da definida na central; um firewall na central; SIP ALG.
           *[back] a central envia para o endereço privado no SDP do telefone, porque não o toma por um que está atrás de NAT (rtp_symmetric, comedia); um firewall do lado do telefone; SIP ALG em qualquer um dos lados.
        }
    }

audio-none = A ligação se completa, mas não há som
    .meaning = { $from ->
        [inside] A campainha funciona. Mas mesmo dentro do escritório não há voz. Então o problema não está na rua.
       *[outside] A campainha funciona. Mas nenhuma voz passa. As portas para as vozes não abrem, ou não levam a lugar nenhum.
    }
    .action = Faça isto e ligue de novo: { $from ->
        [inside] Confira o som deste ramal na central telefônica.
       *[outside] { $media_is ->
            [inside] Coloque o seu endereço na rua na central telefônica.
            [elsewhere] Coloque o seu endereço na rua na central telefônica.
           *[street] { $mapped ->
                [yes] Compare a regra para as vozes com o guia. O primeiro e o último número devem coincidir.
               *[no] Faça no seu roteador a regra para as vozes. O guia tem os números.
            }
        }
    }
    .detail = Ligação de ensaio para { $number } em { $at }, { $from ->
        [inside] de dentro
       *[outside] de fora
    }: a sinalização funciona, e nenhum RTP voltou. O som foi pedido em { $media }. Um eco que não ouve nada não diz nada, por isso pode ser a ida que não passa. Causas comuns, da mais à menos provável: { $media_is ->
        [inside] o SDP da central indica um endereço interno, porque o endereço externo dela não está definido;
        [elsewhere] o SDP da central indica outro endereço que não o da rua do escritório, como um antigo ou o de outra linha; defina o endereço externo dela;
       *[street] a faixa de voz não está redirecionada, ou é diferente da definida na central;
    } a central envia para o endereço privado no SDP do telefone; um firewall na central ou do lado do telefone; SRTP de um lado só.

other-voices-not-shown = Uma ligação teve som nos dois sentidos: só um par de portas
    .meaning = Cada ligação escolhe ao acaso as portas para as vozes. Uma ligação de fora teve bom som, mas as outras portas não foram testadas.
    .action = Faça outra ligação de vez em quando. Se uma delas não tiver som, compare a regra para as vozes com o guia.
    .detail = Ligação de ensaio de fora para { $number } em { $at }: o RTP passou nos dois sentidos, em { $media }. O resto da faixa de voz { $ports } não está mostrado. Para mostrar, execute “entrance witness --code CODE” na central telefônica enquanto alguém faz o percurso com esse código.

incoming-call-lost = Uma ligação para o telefone de fora não tocou
    .meaning = O telefone de fora tinha se registrado. Depois alguém ligou para ele, e a campainha ficou muda. Ou ninguém ligou a tempo.
    .action = Repita o teste do toque. Ligue dentro de meio minuto. Se continuar mudo, desligue o porteiro nos dois roteadores.
    .detail = Teste do toque em { $at }: registrado, mas nenhum INVITE chegou em 30 s, nem mesmo após { $quiet } s de silêncio. Causas comuns, da mais à menos provável: a central liga para o endereço privado no Contact do telefone, porque não o toma por um que está atrás de NAT (rewrite_contact, nat); SIP ALG em qualquer um dos lados; uma regra do ramal (não perturbe, desvio) que atende no lugar do telefone.

phone-side-forgets = O roteador do próprio telefone esquece o caminho de volta
    .meaning = O telefone de fora fica atrás de um muro próprio. Quando ele fica um tempo em silêncio, esse muro o esquece. Então a campainha já não chega até ele.
    .action = Ajuste o telefone para dar um sinal a cada 25 segundos. A opção costuma se chamar keep-alive.
    .detail = Teste do toque em { $at }: toca após { $heard } s de silêncio, mas não após { $lost } s. A associação de NAT do lado do telefone expira; um keep-alive (CRLF, OPTIONS ou qualify) de 25 s a mantém.

practice-no-sound = Sem som: as ligações se completam, mas as portas para as vozes levam a outro lugar
practice-phones-fall-silent = Os telefones emudecem: depois de meio minuto de silêncio já não tocam
practice-phones-never-ring = Os telefones nunca tocam: o telefone de fora pode ligar, e ninguém consegue ligar para ele
practice-sound-one-way = Som em um só sentido: o escritório ouve o telefone de fora, e o contrário não
