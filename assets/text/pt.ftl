# Português neutro, lido com facilidade no Brasil e em Portugal, com inclinação para o Brasil. A imagem: um
# redirecionamento de portas é uma entrada independente no muro externo do edifício. Leva direto à central telefônica.
# O roteador é o muro; o endereço público dele é o endereço na rua. Fora de .detail, .term, do guia e das regras não há
# palavras técnicas. O silêncio nunca é “fechado”.
#
# A imagem, sempre com as mesmas palavras:
#   entrance entrada · outer wall muro externo · street address endereço na rua · door porta · bell campainha ·
#   name plate placa · guest list lista de convidados · cabinet armário (trancado) · doorman porteiro · letter carta ·
#   gatekeeper guardião do muro · guard vigia · visitor visitante · to knock bater à porta · a knock uma batida ·
#   to step outside sair à rua · tower torre com uma porta comum para a rua · landlord proprietário ·
#   second building segundo edifício · room sala · desk mesa · voices vozes · stranger desconhecido · way out saída
# As coisas do programa:
#   phone system central telefônica · router roteador · computer computador · desk phone telefone de mesa · mobile phone
#   celular · check verificar, verificação · proved comprovado · to try tentar, testar · take back desfazer ·
#   make it last fazer durar · by hand à mão · practice office escritório de treino · standing helper ajudante
#   permanente · witness testemunha · walk percurso · extension ramal · report relatório · internet company operadora de
#   internet · phone company operadora telefônica · phone system file arquivo de central telefônica
# Palavras técnicas: port porta · port forward redirecionamento de portas · mapping mapeamento · lease prazo (lease)

not-known = não se sabe
count-entrances = { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
}

## Findings: your network and your router

no-network = Este computador não está ligado a nenhuma rede
    .meaning = É como estar em uma sala sem porta. Daqui ninguém vê a rua, e talvez nem mesmo o seu roteador.
    .action = Ligue o cabo de rede ou entre no Wi-Fi do escritório. Depois, verifique de novo.
    .detail = Nenhum adaptador tem rota padrão, por isso nada pode ser medido além da própria rede deste computador.

vpn-in-the-way = Há uma VPN entre este computador e o seu escritório
    .meaning = Uma VPN é um túnel para outro edifício. Enquanto está ligada, os muros que se veem são os daquele edifício, e não os seus.
    .action = Desligue a VPN por alguns minutos. Depois, verifique de novo.
    .detail = A rota padrão sai por { $adapter }, que é uma VPN, um túnel ou um adaptador virtual. O gateway e o endereço público vistos por ele são da VPN e não do escritório.

router-not-found = O seu roteador não aceita pedidos, então faremos à mão
    .meaning = O muro externo está lá, mas ninguém nele recebe pedidos. Por isso, quem faz as entradas é a própria pessoa. Isso é bem normal, e essas regras duram mais.
    .action = { $proved ->
        [yes] Deixe tudo como está: um visitante comprovou as regras feitas à mão.
       *[no] Faça as entradas à mão. O guia do seu roteador mostra cada passo.
    }
    .detail = O gateway padrão { $router } não responde nem a UPnP (SSDP, multicast e unicast) nem a PCP nem a NAT-PMP (UDP 5351). O UPnP pode estar desligado nas configurações, ou esta rede pode manter os aparelhos separados (Wi-Fi de visitantes).

several-routers = Mais de um roteador responde no seu escritório
    .meaning = O seu edifício tem mais de um muro com portas. Só um deles dá para a rua. As entradas ficam nesse.
    .action = Use o roteador que dá para a rua. Os detalhes dizem qual é.
    .detail = Responderam { $count } gateways. A rota padrão passa por { $router }; esse leva à internet. Mapeamentos em outro gateway só servem a visitantes que chegam ao endereço dele.

carrier-shared-address = A sua operadora de internet não deu um endereço só seu
    .meaning = Imagine uma sala em uma torre com uma única porta comum para a rua. É possível fazer entradas no seu muro, mas os visitantes ficam diante da porta comum. Só o proprietário, a sua operadora de internet, pode dar uma porta só sua.
    .action = Ligue para a sua operadora de internet e peça um endereço IPv4 público só seu. Algumas chamam isso de endereço fixo. Depois, verifique de novo.
    .detail = Carrier-grade NAT (RFC 6598, 100.64.0.0/10). Roteador { $router }: endereço WAN { $wan }, próximo salto para fora { $hop }. Nenhum redirecionamento de portas neste roteador pode ser alcançado da internet por IPv4. Um endereço de 192.0.0.0/29 ali significa uma linha sem IPv4 próprio (DS-Lite, 464XLAT): ela só pode ser alcançada por IPv6.

public-address-differs = A rua vê um endereço diferente do que o roteador diz
    .meaning = O seu roteador diz que a sua casa fica em um endereço. Os visitantes veem outro. Pode haver uma porta comum, uma segunda linha de internet ou uma VPN.
    .action = Desligue qualquer VPN e tire por um momento a segunda linha de internet. Depois, verifique de novo. Se os endereços continuarem diferentes, peça à sua operadora de internet um endereço público só seu.
    .detail = O roteador tem o endereço WAN { $wan }; o outro dado sobre este escritório é { $address } (segundo: { $from ->
        [stun] um servidor STUN
        [typed] o que foi digitado
       *[outside] o que se viu de fora
    }). Três causas: (1) carrier-grade NAT atrás de um endereço WAN que parece público: a diferença continua com uma só linha e sem VPN; (2) uma segunda linha ou balanceamento de carga: o endereço de fora é o da outra linha, ou muda; (3) uma VPN: o endereço de fora é da empresa da VPN.

public-address-unknown = Ninguém soube dizer o seu endereço na rua
    .meaning = Os visitantes precisam do seu endereço na rua para chegar. O seu roteador não diz qual é, e ninguém mais foi perguntado.
    .action = Digite o nome do servidor que está nos telefones de fora. Ou digite o seu endereço na rua. Uma página web que mostra o seu endereço ajuda, se for aberta no escritório.
    .detail = O roteador não deu um endereço WAN público, e nenhum nome ou endereço dos telefones de fora leva a um. Modos de saber: a página de estado do roteador, o nome que os telefones de fora usam, a palavra do dono ou um percurso de fora.

second-router = Há um segundo roteador na frente do seu
    .meaning = Um segundo edifício fica em volta do seu. A porta externa dele também precisa de uma entrada. Sem ela, os visitantes nunca chegam ao seu muro.
    .action = Procure a caixa de fora. Muitas vezes é o modem da operadora de internet. Coloque essa caixa em modo bridge, ou faça nela as mesmas entradas, que levem ao seu roteador. Se não houver essa caixa, peça à sua operadora de internet um endereço público só seu.
    .detail = NAT duplo. Roteador { $router }: endereço WAN { $wan }, próximo salto para fora { $hop }; ele é privado (RFC 1918). Coloque o roteador externo em modo bridge, ou redirecione nele as mesmas portas para o endereço WAN deste roteador. Se não houver caixa externa no edifício, a rede privada pode ser da operadora: então só a operadora pode ajudar. A caixa externa, como responde aqui: { $outer }.

wan-address-unknown = O seu roteador não diz o endereço dele na rua
    .meaning = O muro não tem número do lado da rua. A linha pode ter caído, pode haver outro muro mais para fora, ou o roteador guarda o número para si.
    .action = Abra a página de estado do seu roteador e procure o endereço de internet. Digite esse endereço aqui e verifique de novo.
    .detail = O roteador { $router } não dá um endereço WAN utilizável (vazio, ou 0.0.0.0). Alguns firmwares (miniupnpd) respondem assim quando o lado WAN é privado ou compartilhado. O próximo salto para fora também não mostra nada.

router-refuses-other-devices = No seu roteador, cada aparelho só abre a própria entrada
    .meaning = O guardião do muro é cuidadoso. Cada aparelho pode pedir uma porta para si e para mais ninguém. Por isso este computador não pode pedir pela central telefônica. Nada está quebrado.
    .action = Faça a entrada à mão. O guia do seu roteador mostra cada passo. Ou execute este programa na própria central telefônica, onde ele pode pedir: o comando aparece junto com isto.
    .detail = O roteador { $router } recusou { $ports } ({ $services }) com o erro UPnP { $code }. 606, ou 718 quando ninguém ocupa a porta, significa modo seguro: um aparelho só pode mapear para o próprio endereço. Uma regra feita à mão não é afetada; nem este programa, quando é executado na própria central telefônica: { $command }{ $elsewhere ->
        [yes] {" "}A central telefônica está em outra rede que não a deste computador (uma VLAN ou uma sub-rede): alguns roteadores só abrem para aparelhos da rede de quem pede, e este programa, executado na própria central, distingue os dois casos.
       *[no] {""}
    }

router-refuses = O seu roteador não abre esta entrada quando se pede
    .meaning = { $why ->
        [no-address] O muro não tem número do lado da rua. Enquanto for assim, o guardião não abre porta para ninguém.
        [another-nat] Há outro muro entre este computador e o seu roteador. O guardião vê que quem pede é outra pessoa, e para desconhecidos não abre nada.
        [forbidden] Pediu-se ao guardião uma porta para este mesmo aparelho, e ele não tem permissão para dar. Nada está quebrado. Alguém mandou assim, ou ele veio assim de fábrica.
        [not-this-one] O guardião daria outra porta, mas não esta. Ela é de outro, ou ele não pode ceder. Os telefones de fora só conhecem esta.
       *[unknown] Pediu-se ao guardião, e ele disse não. O motivo dele não nos diz mais.
    }
    .action = Veja { $why ->
        [no-address] a página de estado do seu roteador. Se a linha caiu, ligue para a sua operadora de internet. Se a linha funciona, peça a ela um endereço público só seu.
        [another-nat] qual muro fica no meio. Muitas vezes é uma máquina virtual que se esconde atrás do computador em que vive. Dê a ela um endereço próprio na rede do escritório.
        [forbidden] nas configurações do seu roteador a lista de aparelhos que podem abrir entradas, e permita este. Ou faça a entrada à mão.
        [not-this-one] a lista de regras do seu roteador. Se uma regra tem este número e ninguém precisa dela, remova. Se não houver nenhuma, faça a entrada à mão.
       *[unknown] o guia do seu roteador e faça a entrada à mão.
    }
    .detail = O roteador { $router } recusou { $ports } com o erro { $code }. { $why ->
        [no-address] Ele não tem endereço WAN utilizável: NETWORK_FAILURE (PCP 7, NAT-PMP 3), ou UPnP 501 com endereço vazio, como o miniupnpd responde atrás de outro NAT.
        [another-nat] ADDRESS_MISMATCH (PCP 12): o pedido chegou a ele de um endereço diferente daquele de onde foi enviado.
        [forbidden] NOT_AUTHORIZED (2), ou UPnP 606 ou 718 para o próprio endereço do aparelho que pede: proibido por uma regra de permissão, ou desligado para este aparelho.
        [not-this-one] CANNOT_PROVIDE_EXTERNAL (PCP 11), ou outra porta dada por NAT-PMP: ocupada por outro cliente ou por uma regra feita à mão, ou proibida por uma regra de permissão. Os protocolos não dizem qual.
       *[unknown] Ninguém ocupa a porta, e nenhuma outra recusa diz por quê.
    }

port-not-permitted = O seu roteador recusa esta entrada, mas permite outras
    .meaning = O guardião abre algumas portas quando se pede e guarda outras para si. As portas de número baixo costumam ser do roteador.
    .action = Faça esta entrada à mão. O guia do seu roteador mostra cada passo.
    .detail = O roteador { $router } recusou { $ports } ({ $services }) com o erro { $code }, enquanto outras portas passam. A regra de fábrica de muitos roteadores só permite de 1024 a 65535.

mapping-conflict = Outro aparelho já tem esta entrada
    .meaning = A porta necessária existe, mas tem outra placa. Nunca tiramos uma porta de ninguém.
    .action = Olhe a lista de regras do seu roteador. Remova a linha antiga se ninguém precisa dela, ou desligue o serviço telefônico do próprio roteador. Depois, verifique de novo.
    .detail = { $ports } ({ $services }) não pode ser mapeado em { $router }: erro { $code }, ocupado por { $client }. 718 é o mapeamento de outro aparelho; 729, uma regra feita à mão ou um serviço do próprio roteador.

mapping-table-full = O seu roteador não aceita mais nenhuma entrada
    .meaning = { $forgot ->
        [yes] O seu roteador disse sim e depois não guardou a porta. Quase sempre é porque no muro só cabem algumas, e todas estão ocupadas.
       *[no] No muro só cabem algumas portas, e todas estão ocupadas.
    }
    .action = Remova da lista do seu roteador as regras de que ninguém precisa. Ou faça esta entrada à mão. Depois, verifique de novo.
    .detail = Roteador { $router }, { $ports } ({ $services }): { $forgot ->
        [yes] respondeu com sucesso, e a entrada não aparece quando se lê de novo.
       *[no] recusado com o erro { $code }.
    } A lista dele tem { $count } entradas. 728, NO_RESOURCES ou USER_EX_QUOTA do PCP, 402 com a tabela cheia, ou um “sucesso” que não aparece na leitura, significam que a tabela de mapeamentos está cheia; uns poucos roteadores nunca guardam o que um programa pede.

mapping-not-listed = Esta entrada não está na lista do seu roteador
    .meaning = Na lista do roteador não há placa para ela. Uma porta feita à mão pode faltar na lista e mesmo assim existir. Só uma batida de fora pode dizer.
    .action = Abra a entrada, ou bata antes de fora para ver se ela já existe.
    .detail = { $services } ({ $ports }): o roteador não lista nenhum mapeamento, e ninguém olhou de fora. Muitos roteadores deixam as regras feitas à mão fora da lista do UPnP.

mapping-missing = Esta entrada ainda não existe
    .meaning = Um visitante bateu à porta e não ouviu nada. Não conhecemos nenhuma porta no muro externo que leve à sua central telefônica.
    .action = Abra a entrada. Cada mudança é mostrada antes de ser feita.
    .detail = { $services } ({ $ports }): { $list ->
        [read] o roteador não lista nenhum mapeamento
       *[unread] não foi possível ler nenhuma lista de mapeamentos
    }, e não houve resposta de fora. Se uma regra foi feita à mão (muitas listas não as mostram), compare com a tabela do guia; se estiver certa, algo na frente do roteador ou na rua do visitante retém a batida.

mapping-wrong-device = Esta entrada leva ao aparelho errado
    .meaning = { $kind ->
        [phone-system] A porta existe, mas leva à sua outra central telefônica, { $other }. Uma porta só pode levar a uma delas.
       *[other] A porta existe, mas atrás dela fica a sala errada. Os visitantes da central telefônica acabam em outro aparelho.
    }
    .action = Mude a regra no seu roteador para que leve à central telefônica que foi verificada. O guia mostra cada passo. { $kind ->
        [phone-system] Se for preciso chegar às duas, deixe como está e dê a uma delas outro número na rua, no roteador e nos telefones dela.
       *[other] { "" }
    }
    .detail = { $services } ({ $ports }): mapeado para { $client }, porta { $port }, e não para a central telefônica { $address }.

mapping-wrong-port = Esta entrada leva ao lugar errado por dentro
    .meaning = A porta existe, mas leva à mesa errada, ou foi feita para outro tipo de visitante.
    .action = Mude a regra no seu roteador. O guia tem uma tabela com os números certos para copiar.
    .detail = { $services } ({ $ports }): mapeado para a porta { $port } de { $address }. É outra porta interna que não a que a central telefônica escuta, ou só o outro protocolo.

mapping-disabled = Esta entrada está feita, mas desligada
    .meaning = A porta tem a placa dela, mas alguém girou a chave. Ninguém entra até que ela seja ligada.
    .action = Ligue a regra no seu roteador. Depois, verifique de novo.
    .detail = { $services } ({ $ports }): na lista para { $address } com NewEnabled = 0.

mapping-expires = Esta entrada tranca sozinha em uma data
    .meaning = O seu roteador abriu a porta por tempo limitado. Depois desse dia ela tranca sozinha, e as ligações param de entrar sem aviso.
    .action = Faça a regra à mão no seu roteador. Assim ela fica. Até lá, deixe este programa aberto ou execute “entrance watch”: ele renova o que abriu.
    .detail = O prazo (lease) de { $ports } ({ $services }) acaba; o primeiro, em { $until }. Roteadores da versão 2 dão no máximo 604800 segundos (7 dias), mesmo quando se pede sem fim.

mapping-listed-but-dead = O seu roteador tinha na lista uma entrada que não funcionava
    .meaning = A placa estava lá, mas a porta atrás dela estava emperrada. Tirar e colocar de novo ajudou. Ela pode emperrar outra vez.
    .action = Faça esta regra à mão, para que dure. Depois, instale as atualizações do seu roteador.
    .detail = { $services }: na lista e correto, com resposta por dentro e silêncio de fora; depois de apagar e criar de novo o mapeamento, respondeu de fora.

range-too-long-for-router = As vozes pedem mais portas do que o roteador abre uma a uma
    .meaning = Cada ligação precisa de duas portas pequenas para o som. Um roteador que as abre uma a uma logo fica sem espaço. Uma só regra feita à mão vale para todas.
    .action = Faça à mão uma só regra para todas. O guia mostra os números para copiar.
    .detail = A faixa de voz { $range } não pode ou não deve ser mapeada porta por porta: muitas tabelas comportam 32 entradas, e a limpeza começa a partir de 20. Ligações ao mesmo tempo: { $calls }. Duas portas por ligação mais duas dão { $proposed }. Encurte a faixa na central telefônica ao que as ligações precisam e redirecione tudo como uma só regra UDP.

## Findings: your phone system

phone-system-not-found = A sua central telefônica ainda não foi encontrada
    .meaning = Conhecemos o muro, mas não a sala onde fica a central telefônica. Nenhuma porta pode levar a uma sala que não conhecemos.
    .action = Digite o endereço da central telefônica. Um telefone de mesa mostra esse endereço no menu de estado, como o servidor dele. Ou deixe este programa olhar a rede do escritório.
    .detail = Nenhum endereço foi dado, nenhum é conhecido da última verificação, e nenhuma máquina encontrada na rede local parece uma central telefônica. No terminal: --pbx ADDRESS, ou --find-phone-system. A procura abrange a própria rede deste computador; uma central em outra rede (uma VLAN) só é encontrada pelo endereço.

phone-system-silent = Nada responde no endereço da sua central telefônica
    .meaning = Batemos à porta do escritório atrás da entrada, e ninguém respondeu. { $apart ->
        [yes] O seu roteador também não responde. Então este computador pode estar em um Wi-Fi de visitantes, que mantém os aparelhos separados. Ou a central telefônica está desligada ou mudou.
       *[no] Ela pode estar desligada. Pode ter mudado para outra sala.
    }
    .action = Confirme que { $apart ->
        [yes] este computador está na própria rede do escritório, de preferência por cabo, e que
       *[no] {""}
    } a central telefônica está ligada e que o endereço dela está certo. Depois, verifique de novo.
    .detail = Nenhum serviço do perfil respondeu em { $address } (uma recusa não é resposta). { $there ->
        [yes] A própria máquina está lá: olhe o firewall dela, e se o tipo de central escolhido é o certo.
        [no] Nenhuma máquina foi vista neste endereço na rede local: olhe a energia, o cabo e o endereço dela.
       *[other] Não foi possível ver se a própria máquina está lá.
    }

service-not-running = Uma parte da sua central telefônica não responde
    .meaning = { $outside ->
        [yes] Um visitante na rua recebe resposta, e este computador não. Então a central telefônica pode estar deixando este computador de fora. Ou quem responde na rua é outro.
       *[no] A central telefônica está em casa, mas uma mesa nela não responde. Uma entrada para uma mesa vazia não ajuda ninguém.
    }
    .action = Peça a quem cuida da central telefônica para { $outside ->
        [yes] tirar este computador da lista de endereços bloqueados
       *[no] iniciar este serviço
    }. Depois, verifique de novo.
    .detail = { $services } ({ $ports }) em { $address }: recusado ou em silêncio por dentro, enquanto pelo menos outro serviço desta central telefônica responde. { $outside ->
        [yes] De fora houve resposta: veja se o fail2ban e o firewall da própria central bloqueiam o endereço deste computador. Enquanto nada responder por dentro, não se pode mostrar de quem era a resposta.
       *[no] De fora também não houve resposta, ou ninguém perguntou.
    }

several-phone-systems = Mais de uma central telefônica responde no seu escritório
    .meaning = Uma porta para a rua leva só a uma delas. O que se diz aqui vale para a que foi verificada.
    .action = Escolha qual delas os telefones de fora usam e verifique também a outra, uma depois da outra. Se for preciso chegar às duas, dê a uma delas outros números na rua, ou peça a um técnico um controlador de borda de sessão (session border controller) na frente das duas.
    .detail = Verificada: { $address }. Também responde: { $others }. A lista do roteador: { $leads }.

phone-system-moved = A sua central telefônica mudou para outro endereço
    .meaning = O escritório atrás da entrada mudou para outra sala. As portas feitas antes levam à antiga.
    .action = Reserve no seu roteador um endereço fixo para a central telefônica. Depois, faça as entradas levarem a ele.
    .detail = { $by ->
        [hardware] O mesmo aparelho (endereço de hardware) estava em { $client } na última verificação e agora está em { $address }.
       *[name] Uma central telefônica que se apresenta com o mesmo nome estava em { $client } na última verificação, e agora há uma em { $address }. Ninguém soube dizer o endereço de hardware dela, por isso uma máquina nova do mesmo tipo parece igual.
    }

phone-system-address-may-change = O endereço da sua central telefônica pode mudar um dia
    .meaning = O seu roteador distribui os números das salas. Um dia pode dar um novo à central telefônica. Então as entradas levam a uma sala vazia.
    .action = Reserve no seu roteador o endereço da central telefônica. O guia mostra onde.
    .detail = Nada mostra que { $address } esteja reservado (reserva DHCP) ou definido à mão na central telefônica.

wrong-machine-answers = Outra máquina responde na sua entrada
    .meaning = Batemos e alguém respondeu, mas não era a sua central telefônica. Atrás dessa porta mora outro. Muitas vezes é o próprio roteador.
    .action = Veja para onde leva a regra no seu roteador. Desligue o serviço telefônico do próprio roteador, se não for usado.
    .detail = { $services } ({ $ports }): por dentro responde “{ $seen_inside }”, por fora responde “{ $seen_outside }”. O mais provável são duas máquinas: uma regra que leva a outro lugar, ou o serviço SIP do próprio roteador. Uma central que responde a desconhecidos de modo diferente do que à própria rede pode parecer igual; então o registro dela mostra a batida.

## Findings: the knock from outside

not-seen-from-outside = Ainda ninguém olhou de fora
    .meaning = De dentro da casa não se vê se a porta da rua abre. Só um visitante pode ver.
    .action = Bata de fora. Use a internet do seu celular, ou envie um código a um colega que esteja em casa.
    .detail = Nenhum ponto de vista externo foi usado, por isso nenhum serviço pode ser comprovado. Um teste do endereço público feito de dentro (hairpin) prova pouco: encontra outras regras que não as de um desconhecido.

helper-unreachable = Não foi possível bater à porta de fora
    .meaning = O nosso visitante teve problemas e não chegou até a sua porta. Isso não diz nada sobre o seu escritório.
    .action = Tente de novo, ou escolha outro modo de bater de fora.
    .detail = O próprio percurso falhou: { $trouble ->
        [no-way-out] o visitante não tinha saída para a internet, ou o firewall dele o impediu
        [limit] os limites contra bloqueios foram atingidos, por isso nada foi enviado
        [time] o tempo acabou antes de qualquer pergunta
        [not-walked] ninguém fez o percurso
       *[other] { $trouble }
    }. Por ele não se sabe nada sobre o escritório.

walk-path-unproved = O silêncio neste percurso não prova nada
    .meaning = { $streets ->
        [several] Visitantes em mais de uma rua não ouviram nada do seu escritório. Então é mais provável que o silêncio esteja do seu lado. Mas nenhum visitante ouviu uma palavra, e por isso nem isso é certo.
       *[one] O visitante não ouviu nada do seu escritório. Talvez a própria rua dele engula essas batidas. Por isso não sabemos de que lado estava o silêncio.
    }
    .action = Tente { $streets ->
        [several] a sua operadora de internet: pergunte se ela retém ligações telefônicas pela internet. Olhe também o firewall do seu roteador.
       *[one] de outra rua, como outra rede móvel ou outra casa. Antes, desligue o Wi-Fi do telefone.
    }
    .detail = O percurso (por: { $walker ->
        [colleague] um colega
        [step-outside] este computador em outra rua
       *[helper] um ajudante permanente
    }, de { $address }) não teve resposta correta deste escritório, ou portas sem uso pareciam aceitar também, portanto a rua onde estava responde por outros. Linhas móveis e os pontos de acesso delas muitas vezes filtram a 5060 ou põem na frente um proxy ou uma página de login.{ $streets ->
        [several] {" "}Outro percurso, de outro endereço, também não teve: olhe os filtros da operadora, um modem na frente do roteador, o firewall do próprio roteador e o da central telefônica (origens de fora).
       *[one] {""}
    }

visitor-shut-out = A sua entrada abriu para alguém, mas não para este visitante
    .meaning = { $others ->
        [yes] Um visitante recebe resposta e outro não.
       *[no] Há pouco alguém recebeu resposta aqui, e agora este visitante não.
    } Quase sempre uma lista deixa este visitante de fora. As centrais telefônicas fazem essas listas depois de muitas tentativas erradas.
    .action = Remova { $known ->
        [yes] { $address }
       *[no] o endereço deste visitante
    } da lista de endereços bloqueados na sua central telefônica, e coloque a senha certa no telefone desse visitante. { $others ->
        [yes] {""}
       *[no] Se não estiver em nenhuma lista, peça a alguém para bater de outra rua: se essa pessoa também não ouvir nada, a entrada inteira está em silêncio.
    }
    .detail = { $services } ({ $ports }): { $known ->
        [yes] { $address }
       *[no] um visitante cujo endereço ninguém disse (uma página web que mostra o próprio endereço diz, aberta na linha desse visitante)
    } não tem resposta, enquanto outra rua teve há menos de meia hora, ou a mesma teve antes. Olhe o fail2ban, o firewall da própria central telefônica e qualquer lista de origens confiáveis. Se o endereço não estiver em nenhum deles, a linha desse visitante pode filtrar a porta 5060: ele deve bater também de outra linha.

phones-use-other-address = Os telefones de fora procuram outro endereço
    .meaning = { $leads ->
        [nowhere] Cada telefone de fora leva um nome no bolso, e ninguém soube nos dizer aonde ele leva. Por isso o telefone talvez não encontre a sua casa.
        [inside] Cada telefone de fora leva no bolso um endereço que só significa algo dentro da sua casa. Lá fora ele não leva a lugar nenhum.
       *[elsewhere] Cada telefone de fora leva no bolso um endereço na rua, e não é o seu. Por isso ele bate em outra casa.
    }
    .action = Corrija o nome do servidor nos telefones de fora. Em um trixbox Pro, o nome para fora termina em x.
    .detail = Os telefones usam { $server }, que leva a { $address }. O endereço do escritório na rua é { $wan }.

not-outside = Essa batida veio da sua própria rua
    .meaning = O visitante usou a internet do próprio escritório. Testar a porta da rua de dentro da casa prova pouco.
    .action = Desligue o Wi-Fi do celular, para que ele saia da rede do escritório. Depois, bata de novo.
    .detail = { $seen ->
        [inside] A central telefônica viu o visitante em { $address }, um endereço interno: o roteador deu meia-volta à batida (hairpin). Uns poucos roteadores escrevem o próprio endereço interno em todo visitante; atrás de um assim, a prova é uma ligação de teste.
       *[street] O percurso foi feito de { $address }, o endereço público do próprio escritório, portanto não foi de fora.
    }

no-answer-outside = De fora não há resposta, embora por dentro tudo pareça certo
    .meaning = { $bell ->
        [yes] Outras entradas suas respondem, e a campainha não. Alguém no caminho retém só esta campainha. Pode ser na rua do visitante ou na sua.
       *[no] A central telefônica está em casa, e o roteador tem a porta na lista. Mesmo assim, um visitante na rua não ouve nada. Algo retém a batida.
    }
    .action = Tente { $next ->
        [bell] primeiro de outra rua, como outra casa. Se lá a campainha também ficar muda, pergunte à sua operadora de internet se ela retém ligações telefônicas.
        [repair] isto: deixe este programa tirar a entrada e colocá-la de novo, quando ninguém estiver ao telefone. Depois, bata de novo.
        [repaired] primeiro de outra rua, como outra casa. Tirar a entrada e colocá-la de novo não ajudou. Se lá também houver silêncio, pergunte à sua operadora de internet o que ela retém.
       *[by-hand] isto: remova a regra e faça-a de novo à mão. Depois, bata de novo. Se o silêncio continuar, pergunte à sua operadora de internet o que ela retém.
    }
    .detail = { $services } ({ $ports }): com resposta por dentro, sem nada em contrário na lista do roteador, em silêncio de fora, e não se conhece causa mais profunda. { $bell ->
        [yes] Só UDP 5060 está em silêncio; no mesmo percurso houve resposta em outras portas. Duas causas: um filtro na linha do visitante (linhas móveis e os pontos de acesso delas costumam ter), ou um filtro na frente do roteador ou dentro dele (da operadora, do serviço telefônico do próprio roteador ou da ajuda dele para SIP). Uma batida de outra linha diz qual.
       *[no] Olhe o firewall do roteador, uma regra feita à mão que ganhe desta, o firewall da central telefônica (origens de fora) e o gateway padrão dela.
    }

guest-list-not-proved = Ninguém da lista de convidados bateu ainda
    .meaning = { $stranger ->
        [yes] Há uma lista de convidados na entrada, e um desconhecido ficou de fora. Isso está certo. Mas nenhum convidado testou a porta ainda.
       *[no] Foi indicada uma lista de convidados. Nenhum convidado testou a porta ainda, por isso ninguém sabe se ela os deixa entrar.
    }
    .action = Peça a alguém da lista de convidados para bater. Envie um código a essa pessoa.
    .detail = Origens confiáveis: { $sources }. Nenhum percurso de lá teve resposta. O silêncio para um desconhecido conta como comprovado quando alguém de lá tiver tido resposta.

blocked-before-router = Nenhum visitante passa, embora por dentro tudo pareça certo
    .meaning = As portas estão certas, e a central telefônica está em casa. Mesmo assim, nenhum visitante ouve resposta em nenhuma delas. Quase sempre alguém mais acima na rua retém os visitantes. Ou a central telefônica só responde à própria rede.
    .action = Pergunte à sua operadora de internet se ela bloqueia ligações telefônicas pela internet, e se a sua linha tem um pacote de segurança. Olhe também o registro da central telefônica: se uma batida aparece lá, é o vigia dela que retém os visitantes.
    .detail = Bateu-se em { $services } ({ $ports }) em { $address } e nenhum respondeu, embora por dentro tudo esteja certo e o endereço público seja o do escritório. Causas comuns: um filtro da operadora, a “segurança avançada” da linha, um firewall em um modem em modo bridge. Se as batidas chegam à central telefônica (o registro dela, ou uma captura de pacotes nela), olhe antes o firewall dela (origens de fora, e se só este visitante está bloqueado) e o gateway padrão.

## Findings: the sound

machine-not-shown = Alguém abriu, e parece a sua central telefônica
    .meaning = A voz na porta era a certa. Mas a lista do seu roteador não diz a que sala esta entrada leva.
    .action = Olhe no seu roteador: a regra deve levar à sua central telefônica e a mais ninguém. Se for assim, está tudo bem.
    .detail = { $services } ({ $ports }) respondeu de fora como a central telefônica ({ $inside }) responde por dentro. Não há na lista nenhum mapeamento para ela (uma regra feita à mão pode não estar na lista), e nenhuma procura na rede mostrou que nenhuma outra máquina responde igual.

street-not-shown = Não sabemos em que rua estava este visitante
    .meaning = O visitante teve uma resposta. Mas nada nos disse onde ele estava: podia estar dentro do seu próprio edifício.
    .action = Bata mais uma vez com um celular que não esteja no seu Wi-Fi.
    .detail = { $services } ({ $ports }): nenhuma resposta citou o endereço do próprio visitante (RFC 3581 received), por isso não está mostrado que o percurso foi feito de outro endereço público.

audio-not-proved = O som das suas ligações ainda não está comprovado
    .meaning = As portas para as vozes só abrem durante uma ligação. Por isso uma batida ali não nos diz nada.
    .action = Faça uma ligação de teste para um telefone de fora e escute nas duas pontas. Depois, diga a este programa que os dois lados se ouviram.
    .detail = A faixa de voz ({ $range } na central telefônica, { $proposed } proposta) está mapeada, ou assim se diz, mas nenhuma testemunha na central respondeu por ela e não houve ligação de ensaio. As portas RTP só respondem durante uma ligação. Para comprovar, execute “entrance rehearse” em um computador de fora, ou “entrance witness --code CODE” na central enquanto alguém faz o percurso com esse código.

audio-partly-open = Algumas portas para as vozes não abrem
    .meaning = Cada ligação escolhe ao acaso a porta para o som. Se algumas continuarem emperradas, algumas ligações ficam sem som.
    .action = Compare a regra no seu roteador com a tabela do guia. O primeiro e o último número devem coincidir. Depois, bata de novo.
    .detail = Da faixa de voz { $ports }, perguntou-se de fora com uma ficha a { $asked } portas, e uma testemunha na central telefônica respondeu pelas outras. Não passam { $missing_ports }: { $missing }{ $more ->
        [0] {""}
       *[other] {" "}e mais { $more }
    }. Causas comuns, da mais à menos provável: a regra começa ou termina em portas diferentes da faixa da central; outra regra, um jogo ou um prazo (lease) ocupa uma dessas portas; um firewall na central. { $shifted_outside ->
        [none] {""}
       *[other] A porta { $shifted_outside } chega dentro como { $shifted_inside }: as portas de fora e de dentro devem ser as mesmas.
    }

sip-rewritten = Um porteiro no seu roteador reescreve as cartas
    .meaning = Cada ligação começa com uma carta. Um porteiro abre a sua e escreve nela outro endereço. A intenção é boa, mas então as respostas e as vozes vão para a porta errada.
    .action = { $switch ->
        [there] Desligue essa ajuda no seu roteador. O lugar: { $path }. Depois, verifique de novo.
        [none] Use outro caminho para as ligações, porque este roteador não tem como desligar isso: o caminho seguro, ou outro número que não o de costume. Ou peça outro roteador à sua operadora de internet.
       *[other] Desligue essa ajuda no seu roteador. O guia lista os nomes que os fabricantes dão a ela. Depois, verifique de novo.
    } { $ticked ->
        [yes] Está marcado como feito, então pode ser outra opção, ou o roteador precisa ser reiniciado.
       *[other] { "" }
    }
    .detail = SIP ALG: o que chegou não é o que foi enviado. Linhas que mudaram: { $lines } (mensagens para { $ports }). Por exemplo, enviado: “{ $sent }”, chegou como: “{ $arrived }”. { $follows ->
        [usual-port] Ele só lê o que vai para a porta 5060; a mesma mensagem para outra porta do mesmo transporte passa. Mudar o SIP para outra porta contorna isso.
        [every-port] Ele segue o SIP em qualquer porta, por isso mudar o SIP para outra porta não ajuda; TLS ajuda.
       *[unknown] Poucas portas foram testadas para dizer se ele segue o SIP em qualquer porta.
    } { $back ->
        [yes] A resposta também foi reescrita no caminho de volta.
       *[no] A resposta voltou como foi enviada.
    } { $walls ->
        [two] Há dois roteadores entre este lugar e a rua; não está mostrado qual deles faz isso.
       *[one] { "" }
    } { $switch ->
        [there] { $router }: a opção se chama { $setting }.
        [none] { $router }: não se conhece opção para desligar ({ $setting }; { $path }). Use SIP sobre TLS (porta 5061), ou outra porta SIP se só a 5060 é lida, ou coloque o roteador em modo bridge com um roteador seu atrás dele.
       *[other] Nomes a procurar: { $setting }. Se não houver como desligar, use SIP sobre TLS (porta 5061) ou outra porta SIP.
    } Todas as linhas estão na parte do porteiro do relatório.

sip-swallowed = Algumas cartas somem entre este lugar e a rua
    .meaning = Enviamos a mesma carta por vários caminhos. Algumas chegaram, e outras ficaram pelo caminho. Pode ser um porteiro no seu roteador, ou um vigia mais acima na rua.
    .action = { $switch ->
        [there] Desligue o porteiro no seu roteador. O lugar: { $path }. Depois, verifique de novo. Se cartas continuarem a sumir, pergunte à sua operadora de internet.
       *[other] Pergunte à sua operadora de internet se ela retém ligações telefônicas pela internet. Procure também no seu roteador uma ajuda para ligações, e desligue-a.
    }
    .detail = Teste do porteiro: { $ports } sumiram, { $passed } passaram. { $way ->
        [back] A mensagem chegou, mas a resposta não voltou.
       *[out] A mensagem nunca chegou ao ajudante, embora tenha sido enviada duas vezes por UDP ou uma por TCP.
    } Um SIP ALG que não sabe ler uma mensagem a descarta; um filtro da operadora, ou da empresa que hospeda o ajudante, parece igual. Outro ajudante distingue os dois.

sip-doorman-hint = Pode haver um porteiro que reescreve as cartas
    .meaning = Uma operadora telefônica respondeu como se a sua carta tivesse saído da própria rua. Alguém pode ter escrito nela outro endereço. Isso ainda não prova nada.
    .action = Peça um ajudante permanente e verifique de novo com o link dele. Ele compara a sua carta linha por linha.
    .detail = { $server } respondeu a SIP embora estejamos atrás de NAT, e { $named ->
        [yes] citou quem perguntou pelo endereço interno { $address }.
       *[no] não citou o endereço que via.
    } A RFC 3261, seção 18.2.1, manda o servidor acrescentar received= quando o Via não coincide com a origem do pacote, e atrás de NAT os dois sempre diferem. Sem ele, ou com o endereço interno nele, um SIP ALG pode ter reescrito o Via, ou o servidor não cumpre a regra. É uma observação, não um veredito.

## Findings: keep it safe

open-to-everyone = Qualquer pessoa na rua pode tocar esta campainha
    .meaning = Desconhecidos experimentam campainhas assim o dia todo. Se um deles encontra uma senha fraca, liga para o exterior e a fatura é sua.
    .action = Coloque uma lista de convidados na entrada, para que só entrem lugares de confiança. { $known ->
        [yes] A casa do seu colega entra nela como { $guests }. Esses endereços mudam de vez em quando, por isso olhe de novo se esse telefone ficar mudo.{" "}
       *[no] {""}
    }Se o seu roteador não puder fazer isso, use senhas longas e bloqueie as ligações para o exterior.
    .detail = { $services } ({ $ports }) responde a um desconhecido, e nenhuma lista de origens confiáveis se aplica. Limite os endereços de origem da regra no roteador, ou no firewall da central telefônica; o próprio UPnP em geral não consegue limitar origens.

must-stay-shut-is-open = Está aberto um armário que deve ficar trancado
    .meaning = Neste armário estão as chaves de toda a sua central telefônica. Da rua, qualquer pessoa chega até ele, ou uma regra leva até lá.
    .action = Remova hoje mesmo do seu roteador a regra que deixa os visitantes chegarem a ele. Ninguém na rua precisa dela.
    .detail = { $services } ({ $ports }) nunca deve ser alcançável pela internet. { $how ->
        [answered] Respondeu de fora no próprio protocolo.
        [answered-over-ipv6] Respondeu de fora por IPv6, onde não é preciso redirecionamento de portas: o firewall IPv6 do roteador deixa os visitantes passarem.
       *[mapped] O roteador tem na lista um mapeamento que leva a ele.
    }

phone-web-page-exposed = De fora se chega à página web de um telefone de mesa
    .meaning = Um telefone de mesa está na calçada. Qualquer pessoa pode abrir a página dele, ler a senha e fazer ligações com ele.
    .action = Remova hoje mesmo do seu roteador a regra que leva ao telefone de mesa.
    .detail = A porta externa { $port } leva a TCP 80 ou 443 de { $client }, que é um telefone de mesa e não a central telefônica.

guest-calls-accepted = A sua central telefônica aceita ligações de desconhecidos
    .meaning = Um desconhecido sem nome pediu uma ligação, e a sua central telefônica começou a fazê-la. Ligações assim acabam na sua fatura.
    .action = Desligue as ligações de visitantes na central telefônica. A opção costuma se chamar anonymous ou guest. Depois, faça o teste de novo.
    .detail = Um INVITE sem autenticação para um nome inventado foi processado em vez de recusado com 401, 403 ou 407: { $seen } (testado: { $at }). chan_sip: allowguest=no; PJSIP: nenhum endpoint chamado anonymous; FreePBX: Allow SIP Guests e Allow Anonymous Inbound SIP Calls, ambos em No. Uma ligação aceita (200) pode ser só um aviso gravado; mesmo assim chegou ao plano de discagem.

extension-names-leak = A sua central diz a desconhecidos quais números existem
    .meaning = Um desconhecido perguntou por dois nomes, um real e um inventado, e teve duas respostas diferentes. Assim ele pode juntar os seus números e tentar senhas neles.
    .action = Ligue a opção que dá a todo desconhecido a mesma resposta. Peça a quem cuida da central telefônica. Depois, faça o teste de novo.
    .detail = Um REGISTER sem credenciais recebe resposta diferente para um nome real e para um inventado: { $seen } (testado: { $at }). chan_sip: alwaysauthreject=yes; PJSIP já responde igual por si. Um 200 é pior: diz os registros sem senha.

outbound-blocked = A sua central telefônica não consegue sair à rua
    .meaning = A sua central telefônica precisa sair para isto, e algo no muro a impede.
    .action = Permita esta saída no seu roteador ou firewall. A lista de saídas abaixo é para quem cuida dele.
    .detail = { $services } ({ $ports }): a central telefônica precisa disto para fora. Perguntado em vão: { $asked }. { $from ->
        [phone-system] Tentado na própria central telefônica.
       *[here] Tentado deste computador, que não é a central: as regras dela podem ser outras.
    }

provider-unreachable = O servidor da sua operadora telefônica não responde
    .meaning = A operadora telefônica é a rua principal das suas ligações. Não conseguimos encontrá-la, ou ela não respondeu.
    .action = Confira se o nome do servidor está sem erros. Se estiver certo, pergunte à sua operadora telefônica se o servidor dela responde a desconhecidos e se está sem problemas. Se for assim, um firewall seu pode estar atrapalhando.
    .detail = { $server }: { $why ->
        [nowhere] o nome não leva a lugar nenhum (nenhum registro NAPTR, SRV, A ou AAAA).
        [nobody-to-ask] nenhum servidor de nomes desta rede respondeu, por isso não foi possível resolver o nome.
        [refused] um SIP OPTIONS para { $asked } foi recusado: nada escuta ali, ou um firewall diz não.
        [unreachable] { $asked } não é alcançável daqui (ICMP unreachable).
       *[silent] um SIP OPTIONS para { $asked } ficou sem resposta: foi descartado no caminho, ou este servidor não responde a desconhecidos.
    } { $from ->
        [phone-system] Tentado na própria central telefônica.
       *[here] Tentado deste computador, que não é a central.
    }

not-checked-over-ipv6 = O seu endereço IPv6 não foi verificado
    .meaning = O seu edifício tem um segundo tipo de endereço, mais novo. Ninguém bateu por ele à porta da sua central telefônica. Por isso não podemos dizer o que ele deixa entrar.
    .action = Confira no firewall IPv6 do seu roteador se os visitantes de fora ficam de fora.
    .detail = O escritório tem endereços IPv6 públicos ({ $adapter }). Os serviços da central podem ser alcançáveis por IPv6 sem nenhum redirecionamento de portas. { $firewall ->
        [off] O roteador diz que o firewall IPv6 dele está desligado (GetFirewallStatus): tudo o que escuta pode ser alcançado.
        [on] O roteador diz que o firewall IPv6 dele está ligado e que os aparelhos não podem abrir passagens nele (GetFirewallStatus).
        [pinholes] O roteador diz que o firewall IPv6 dele está ligado e que os aparelhos podem abrir passagens nele (GetFirewallStatus).
       *[untold] O roteador não diz se o firewall IPv6 dele está ligado.
    } { $knocked ->
        [here] O ajudante bateu em { $address }, que é este computador e não a central telefônica: faça a verificação na própria central.
       *[nowhere] Só um ajudante permanente bate por IPv6, e só no computador que pede: faça a verificação na própria central.
    }

## Findings: since the last check

public-address-changed = O seu endereço na rua mudou desde a última verificação
    .meaning = O edifício está onde estava, mas tem um número novo. Os telefones de fora que conhecem o antigo já não o encontram.
    .action = Coloque o endereço novo nos telefones de fora. Ou peça à sua operadora de internet um endereço fixo, ou use um nome que acompanhe a mudança.
    .detail = O endereço público era { $before } e agora é { $address }.

router-forgot = O seu roteador esqueceu as entradas
    .meaning = As portas que o seu roteador tinha aberto a pedido sumiram. Quase sempre é porque foi reiniciado. Os roteadores só guardam para sempre as regras feitas à mão.
    .action = Abra as entradas de novo. Depois, faça-as à mão, para que durem.
    .detail = Todos os nossos mapeamentos da última verificação sumiram de { $router }: { $ports } ({ $services }). { $by ->
        [clock] O próprio relógio dele (o epoch do PCP ou do NAT-PMP) recomeçou há { $up } segundos.
       *[list] A lista dele foi lida até o fim.
    } Mapeamentos dinâmicos vivem na memória do roteador e acabam com um reinício; alguns roteadores limpam mapeamentos sem tráfego.

mapping-gone = Uma entrada que existia sumiu
    .meaning = Na última verificação esta porta estava na lista do roteador. Agora não está. Ela pode ter trancado sozinha, ou alguém a removeu.
    .action = Abra a entrada de novo. Faça-a à mão se ela deve durar.
    .detail = Mapeamentos para a central telefônica da última verificação já não estão na lista de { $router }: { $ports } ({ $services }). { $ended ->
        [yes] O prazo (lease) deles tinha acabado.
       *[no] Alguém os removeu, ou uma limpeza por falta de tráfego fez isso.
    }

## A finding of a newer version, in a saved report

finding-of-newer-version = Uma versão mais nova deste programa encontrou algo
    .meaning = Este relatório foi feito por uma versão mais nova. Esta versão ainda não tem palavras para isso.
    .action = Instale a versão mais nova deste programa. Depois, abra o relatório de novo.
    .detail = { $finding } ({ $services })

## Words beside the lamps

verdict-verified = aberta, comprovada de fora
verdict-wrong-host = responde outra máquina
verdict-nothing-listening = ninguém na mesa
verdict-no-answer = sem resposta de fora
verdict-not-checked = não verificada de fora
verdict-voice-unproved = não comprovada: só responde durante uma ligação
verdict-shut = trancado, como deve ser
verdict-exposed = aberto, mas deve ficar trancado
verdict-guarded = com lista de convidados
verdict-reachable = a saída está livre
verdict-blocked = a saída está bloqueada

severity-blocker = para tudo
severity-problem = não funciona
severity-warning = ainda não é certo
severity-note = bom saber

outcome-answered = respondeu
outcome-refused = foi recusado
outcome-silent = sem resposta
outcome-unreachable = ninguém nesse endereço
outcome-failed = não foi possível perguntar
outcome-not-checked = não se perguntou

listed-mapped = leva à sua central telefônica
listed-not-listed = não está na lista do roteador
listed-wrong-device = leva a outro aparelho
listed-wrong-port = leva ao lugar errado por dentro
listed-disabled = na lista, mas desligada
listed-not-checked = a lista do roteador não foi lida

## What changed since the look before

news-network-away = Este computador perdeu o caminho para a rede
news-network-back = Este computador está de volta à rede
news-router-away = O roteador em { $router } já não responde
news-router-back = O roteador em { $router } responde de novo
news-router-replaced = Agora há outro roteador: era { $was } e é { $now }
news-street-changed = O seu endereço na rua mudou: era { $was } e é { $now }
news-router-forgot = O roteador em { $router } esqueceu as entradas que tinha aberto. Provavelmente foi reiniciado
news-entrance-listed = Esta entrada agora está na lista do roteador: { $service }
news-entrance-gone = Esta entrada já não está na lista do roteador: { $service }
news-lease-ended = Esta entrada trancou sozinha, porque o prazo acabou: { $service }
news-entrance-changed = Esta entrada agora leva a outro lugar ou está desligada: { $service }
news-renewed = Esta entrada continua aberta por mais tempo: { $service }
news-put-back = Esta entrada tinha sumido e foi aberta de novo: { $service }
news-not-renewed = Não foi possível manter aberta esta entrada: { $service }. { $why }
news-phone-system-moved = A central telefônica mudou: estava em { $was } e está em { $now }
news-phone-system-away = Já ninguém responde no endereço da central telefônica: { $address }
news-phone-system-back = A central telefônica responde de novo: { $address }
news-stopped = A central telefônica já não responde aqui: { $service }
news-answers = A central telefônica responde de novo aqui: { $service }
news-proved = Comprovada de fora: { $service }
news-no-longer-proved = Já não se chega de fora: { $service }
news-exposed = Aberto para a rua, mas deve ficar trancado: { $service }
news-locked-again = Trancado de novo, como deve ser: { $service }
news-visitor-shut-out = Este visitante já não pode entrar: { $visitor }
news-solved = Resolvido: { $headline }

renewal-gone = Alguém a tirou da lista do roteador. Abra-a de novo se ainda a quiser
renewal-changed-since = Alguém a mudou no roteador, por isso não se mexeu nela
renewal-refused = O roteador disse não ({ $code })
renewal-failed = O roteador não respondeu direito. Será tentado de novo

## One sentence over everything

top-ready = As suas entradas estão abertas, e um visitante de fora comprovou
top-ready-until = As suas entradas estão abertas e comprovadas, mas só até { $until }
top-ready-voices = As suas entradas estão abertas. Só uma ligação pode comprovar o som
top-ready-voices-until = As suas entradas estão abertas, mas só até { $until }
top-ready-needed = O que é necessário está aberto, e um visitante de fora comprovou
top-ready-needed-until = O que é necessário está aberto e comprovado, mas só até { $until }
top-action-needed = Ainda há algo a fazer. Comece pelo primeiro ponto abaixo
top-could-not-check = Não foi possível verificar. Isso ainda não diz nada sobre as suas entradas

# The saved report asks for the same sentence under the verdict's own name.
verdict-ready = { top-ready }
verdict-action-needed = { top-action-needed }
verdict-could-not-check = { top-could-not-check }

# The sentence below it.
proved-all = Todas as entradas foram comprovadas de fora. Verificação: { $at }.
proved-heard = Todas as entradas que podem responder foram comprovadas de fora, e o som foi ouvido nos dois sentidos. Verificação: { $at }.
proved-all-but-voices = Todas as entradas que podem responder foram comprovadas de fora. As vozes só respondem durante uma ligação. Verificação: { $at }.
proved-some = { $proved } de { $total } entradas comprovadas de fora. Verificação: { $at }.
proved-nothing-wanted = Pelo que foi respondido, nenhuma entrada é necessária. Verificação: { $at }.

# What a proof does not show.
not-shown-which-machine = { $service }: a resposta combina com a sua central telefônica, mas outra máquina no escritório poderia responder igual.
not-shown-street = { $service }: nada disse em que rua estava o visitante.
not-shown-other-ports = { $service }: uma ligação teve som nos dois sentidos, e as outras portas para as vozes não foram testadas.

## The two safety tests

safety-guest-calls = A central telefônica aceita ligações de desconhecidos?
    .lead = Uma ligação sem senha é feita para um nome inventado, de letras, que nenhum telefone tem. Ela é encerrada na hora, qualquer que seja a resposta.
    .ask = Fazer esta ligação?
safety-guest-calls-safe = Ligações de desconhecidos são recusadas
safety-guest-calls-unsafe = A ligação de um desconhecido foi aceita
safety-guest-calls-untold = Nenhuma resposta que diga
safety-name-leak = Ela diz a desconhecidos quais números existem?
    .lead = Pergunta-se a ela, sem senha, por dois nomes: um inventado e { $extension }. As duas respostas deveriam ser iguais.
    .ask = Perguntar por estes dois nomes?
safety-name-leak-safe = Os dois nomes recebem a mesma resposta
safety-name-leak-unsafe = As respostas dizem quais números existem
safety-name-leak-untold = Nenhuma resposta que diga
safety-may-be-counted = Um vigia ao lado da central telefônica pode contar isto como a tentativa de um desconhecido. Duas tentativas assim ficam muito abaixo do que deixa alguém de fora.
safety-not-made = Este teste não foi feito.

## What is being done now

doing-adapters = Olhando a rede deste computador
doing-routers = Procurando o seu roteador
doing-mappings = Lendo a lista de entradas do roteador
doing-looking-round = Olhando a rede do escritório
doing-asking = Perguntando por dentro: { $service }
doing-opening = Abrindo: { $service }
doing-undoing = Desfazendo: { $service }
doing-renewing = Pedindo mais tempo: { $service }
doing-repairing = Tirando e colocando de novo: { $service }
doing-knocking = Batendo de fora: { $service }
doing-doorman = Enviando cartas pelo porteiro
doing-stun = Perguntando o seu endereço na rua ao servidor indicado
doing-way-out = Testando as saídas
doing-safety = Testando o que um desconhecido consegue fazer

## The plan

intent-open = O seu roteador receberá o pedido de abrir
intent-already-there = Já existe
intent-held-by-another = É de outro aparelho ({ $client }), por isso não mexemos nela
intent-listed-wrong = Existe, mas leva ao lugar errado; mude à mão
intent-by-hand = A fazer à mão.
intent-stay-shut = Fica trancado
intent-must-get-out = Precisa sair; não precisa de entrada

by-hand-no-requests = O seu roteador não aceita pedidos, por isso esta regra é feita à mão.
by-hand-behind-another-wall = Há outro muro por fora do seu, por isso uma porta aqui ainda não levaria a lugar nenhum.
by-hand-only-for-the-asker = O seu roteador só abre portas para o aparelho que pede, por isso esta é feita à mão.
by-hand-too-many-ports = São portas demais para abrir uma a uma. Uma só regra feita à mão vale para todas.
by-hand-calls-unknown = Não sabemos quantas ligações são feitas ao mesmo tempo. Uma só regra feita à mão vale para todas.
by-hand-no-phone-system = Ainda não sabemos onde está a central telefônica, por isso nenhuma porta pode levar a ela.
by-hand-list-unread = O roteador não mostrou a lista dele, e não gravamos nada por cima às cegas.
by-hand-sensitive-port = Esta porta pode ser de outra coisa, por isso uma pessoa deve decidir.

hindrance-nobody-holds-it = O roteador disse não, embora a porta esteja livre.
hindrance-another-device = Outro aparelho tem esta porta.
hindrance-does-not-read-back = O roteador disse sim, mas não tem a porta na lista.
hindrance-changed-since = Alguém mudou esta regra desde então, por isso não mexemos nela.
hindrance-gone = Ela sumiu antes do tempo, então alguém pode tê-la tirado. Ela só volta com o seu sim.
hindrance-not-put-back = O roteador não a aceitou de volta depois de tirada. Abra-a de novo, ou faça-a à mão.
hindrance-no-answer = O roteador não respondeu direito.
hindrance-cancelled = O trabalho foi parado antes desta.
hindrance-journal-not-written = Não foi possível anotar, por isso não se pediu nada ao roteador.

walker-colleague = um colega em casa
walker-step-outside = este computador em outra rua
walker-helper = um ajudante permanente

address-from-router = segundo o seu roteador
address-from-phones-use = pelo nome que os telefones de fora usam
address-from-typed = como foi digitado
address-from-stun = segundo o servidor indicado
address-from-outside = visto de fora

