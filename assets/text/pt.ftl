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
    .meaning = O muro externo está lá, mas ninguém nele recebe pedidos. Por isso as entradas são feitas à mão. Isso é bem normal, e essas regras duram mais.
    .action = { $proved ->
        [yes] Deixe tudo como está: um visitante comprovou as regras feitas à mão.
       *[no] Faça as entradas à mão. O guia do seu roteador mostra cada passo.
    }
    .detail = O gateway padrão { $router } não responde nem a UPnP (SSDP, multicast e unicast) nem a PCP nem a NAT-PMP (UDP 5351). O UPnP pode estar desligado nas configurações, ou esta rede pode manter os aparelhos separados (Wi-Fi de visitantes).

local-network-denied = Este computador não deixa o programa entrar na rede do escritório
    .meaning = Um porteiro na porta deste computador deixa o programa sair para a rua, mas não para o corredor. Por isso ele não pode perguntar nem ao seu roteador nem à sua central. Deles ainda não se sabe nada.
    .action = Permita que o programa fale com a sua própria rede e, depois, verifique de novo.{ $system ->
        [macos] {" "}Abra o menu Apple, “Ajustes do Sistema”, “Privacidade e Segurança”, “Rede Local”, e ative-o ali. Se o seu Mac perguntar agora mesmo, escolha “Permitir”.
        [windows] {" "}Olhe o firewall ou o programa de proteção deste computador: ele retém o que este programa envia.
       *[other] {" "}Olhe o firewall deste computador: ele retém o que este programa envia.
    }
    .detail = O envio para 239.255.255.250 UDP 1900 e para o gateway { $router } falhou neste próprio computador, antes de qualquer coisa sair. { $system ->
        [macos] O macOS 15 e posteriores respondem na hora “no route to host” (EHOSTUNREACH) a um programa sem a permissão “Rede Local”. Ele pergunta uma vez, na primeira tentativa, e desde então o programa está nessa lista. Uma VPN ou um filtro de pacotes com uma regra contra a rede local dá no mesmo.
        [windows] WSAEACCES: uma regra de saída do firewall do Windows ou de um pacote de segurança.
       *[other] EPERM ou EHOSTUNREACH: uma regra para pacotes de saída, uma VPN que corta a rede local ou um ambiente isolado.
    }

replies-blocked = Este computador não deixa entrar a resposta do seu roteador
    .meaning = O programa chamou, e { $what ->
        [datagrams] neste computador não entra nenhuma resposta das curtas. Esse silêncio não diz nada do seu roteador nem da sua central.
       *[search] a resposta do roteador não entrou, embora o roteador esteja lá.
    } Quase sempre um firewall deste computador a retém.
    .action = Deixe este programa passar pelo firewall deste computador e, depois, verifique de novo.{ $system ->
        [windows] {" "}Abra “Configurações”, “Privacidade e segurança”, “Segurança do Windows”, “Firewall e proteção de rede”, “Permitir um aplicativo pelo firewall”, e marque este programa para redes privadas.
       *[other] {""}
    }{ $found ->
        [yes] {" "}Ou simplesmente continue: o roteador foi encontrado por outro caminho.
       *[no] {""}
    }
    .detail = { $what ->
        [datagrams] Um servidor de nomes do escritório respondeu por TCP e não à mesma pergunta por UDP: o UDP de entrada é descartado por este computador. Não se ouvem respostas a SSDP (UDP 1900), PCP e NAT-PMP (UDP 5351), SIP por UDP e DNS; por isso essas linhas dizem “não foi possível perguntar”.
       *[search] O gateway { $router } não respondeu a SSDP (UDP 1900), nem ao multicast nem no próprio endereço, e descreveu-se por HTTP em um dos lugares habituais. Um Wi-Fi que perde multicast, junto com um roteador que não responde a mais nada, dá no mesmo.
    } { $system ->
        [windows] O Windows deixa entrar respostas a um multicast por cerca de três segundos. Uma regra que “Cancelar” criou quando o firewall perguntou, a política “Proibir resposta unicast a solicitações de multicast ou difusão” ou um pacote de segurança as retém.
        [macos] Olhe “Ajustes do Sistema”, “Rede”, “Firewall”, e os pacotes de segurança.
       *[other] Regras com estado não conhecem respostas a um multicast: deixe entrar UDP da porta 1900 do roteador e, para o resto, UDP de conexões estabelecidas.
    }

several-routers = Mais de um roteador responde no seu escritório
    .meaning = O seu edifício tem mais de um muro com portas. Só um deles dá para a rua. As entradas ficam nesse.
    .action = Use o roteador que dá para a rua. Os detalhes dizem qual é.
    .detail = Responderam { $count } gateways. A rota padrão passa por { $router }; esse leva à internet. Mapeamentos em outro gateway só servem a visitantes que chegam ao endereço dele.

carrier-shared-address = A sua operadora de internet não deu um endereço só seu
    .meaning = Imagine uma sala em uma torre com uma única porta comum para a rua. É possível fazer entradas no seu muro, mas os visitantes ficam diante da porta comum. Só o proprietário, a sua operadora de internet, pode dar uma porta só sua.
    .action = Ligue para a sua operadora de internet e peça um endereço IPv4 público só seu. Algumas chamam isso de endereço fixo. Depois, verifique de novo.{ $newer ->
        [answered] {" "}Até lá, os telefones podem entrar pelo tipo de endereço mais novo, se a linha deles também o tiver: coloque neles { $newer_address }, ou um nome que leve até lá.
        [offered] {" "}Ou deixe os telefones entrarem pelo tipo de endereço mais novo, que não precisa de porta comum: o seu roteador o abre para a própria central telefônica.
        [there] {" "}Ou peça ajuda com o tipo de endereço mais novo: a sua linha o tem, e ele não precisa de porta comum.
       *[none] {""}
    }
    .detail = Carrier-grade NAT (RFC 6598, 100.64.0.0/10). Roteador { $router }: endereço WAN { $wan }, próximo salto para fora { $hop }. Nenhum redirecionamento de portas neste roteador pode ser alcançado da internet por IPv4. Um endereço de 192.0.0.0/29 ali significa uma linha sem IPv4 próprio (DS-Lite, 464XLAT): ela só pode ser alcançada por IPv6.{ $newer ->
        [answered] {" "}Por IPv6, a própria central respondeu a um visitante em { $newer_address }; telefones, linhas móveis e convidados que só têm IPv4 continuam sem poder entrar.
        [offered] {" "}Por IPv6, o roteador aceita passagens (pinholes): entrance open --ipv6, na central telefônica.
        [there] {" "}O escritório tem IPv6; o roteador não oferece passagens (pinholes), então a regra ali é feita à mão.
       *[none] {""}
    }

public-address-differs = A rua vê um endereço diferente do que o roteador diz
    .meaning = O seu roteador diz que a sua casa fica em um endereço. Os visitantes veem outro. Pode haver uma porta comum, uma segunda linha de internet ou uma VPN.
    .action = Desligue qualquer VPN e tire por um momento a segunda linha de internet. Depois, verifique de novo. Se os endereços continuarem diferentes, peça à sua operadora de internet um endereço público só seu.
    .detail = O roteador tem o endereço WAN { $wan }; o outro dado sobre este escritório é { $address } (segundo: { $from ->
        [stun] um servidor STUN
        [typed] o que foi digitado
       *[outside] o que se viu de fora
    }). Três causas: (1) carrier-grade NAT atrás de um endereço WAN que parece público: a diferença continua com uma só linha e sem VPN; (2) uma segunda linha ou balanceamento de carga: o endereço de fora é o da outra linha, ou muda; (3) uma VPN: o endereço de fora é da empresa da VPN.

public-address-unknown = Ninguém soube dizer o seu endereço na rua
    .meaning = Os visitantes precisam do seu endereço na rua para chegar. O seu roteador não diz qual é, e não se perguntou a mais ninguém.
    .action = Digite o nome do servidor que está nos telefones de fora. Ou digite o seu endereço na rua. Uma página web que mostra o seu endereço ajuda, se for aberta no escritório.
    .detail = O roteador não deu um endereço WAN público, e nenhum nome ou endereço dos telefones de fora leva a um. Modos de saber: a página de estado do roteador, o nome que os telefones de fora usam, a palavra do dono ou um percurso de fora.

second-router = Há um segundo roteador na frente do seu
    .meaning = Um segundo edifício fica em volta do seu. A porta externa dele também precisa de uma entrada. Sem ela, os visitantes nunca chegam ao seu muro.
    .action = Procure a caixa de fora. Muitas vezes é o modem da operadora de internet. Coloque essa caixa em modo bridge, ou faça nela as mesmas entradas, que levem ao seu roteador. Se não houver essa caixa, peça à sua operadora de internet um endereço público só seu.
    .detail = NAT duplo. Roteador { $router }: endereço WAN { $wan }, próximo salto para fora { $hop }; ele é privado (RFC 1918). Coloque o roteador externo em modo bridge, ou redirecione nele as mesmas portas para o endereço WAN deste roteador. Se não houver caixa externa no edifício, a rede privada pode ser da operadora: então só a operadora pode ajudar. A caixa externa, como responde aqui: { $outer }.

wan-address-unknown = O seu roteador não diz o endereço dele na rua
    .meaning = O muro não tem número do lado da rua. A linha pode ter caído, pode haver outro muro mais para fora, ou o roteador guarda o número para si.
    .action = Abra a página de estado do seu roteador e procure o endereço de internet. Depois siga até o passo de bater de fora e digite-o ali.
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

mapping-missing = Um visitante não ouviu nada, e nenhuma entrada está na lista
    .meaning = { $list ->
        [leaves-out] A lista do seu roteador omite regras feitas à mão, como mostra outra entrada. Por isso esta porta também pode existir, e estar errada.
       *[read] Um visitante bateu à porta e não ouviu nada. Não conhecemos nenhuma porta no muro externo que leve à sua central telefônica.
    }
    .action = { $list ->
        [leaves-out] Compare a regra feita à mão com o guia. Se não houver nenhuma, abra a entrada. Cada mudança é mostrada antes de ser feita.
       *[read] Abra a entrada. Cada mudança é mostrada antes de ser feita.
    }
    .detail = { $services } ({ $ports }): { $list ->
        [read] o roteador não lista nenhum mapeamento
        [leaves-out] o roteador não lista nenhum mapeamento, mas também lhe falta outro que está comprovado
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

mapping-expires = Esta entrada foi aberta só por tempo limitado
    .meaning = Passado esse tempo, o roteador tranca a porta sozinho, e as ligações param de entrar sem aviso.
    .action = Faça a regra à mão no seu roteador. Assim ela fica. Até lá, deixe este programa aberto ou execute “entrance watch”: ele renova o que abriu.
    .detail = O prazo (lease) de { $ports } ({ $services }) acaba; o primeiro, em { $until }. Roteadores da versão 2 dão no máximo 604800 segundos (7 dias), mesmo quando se pede sem fim.

mapping-listed-but-dead = O seu roteador tinha na lista uma entrada que não funcionava
    .meaning = A placa estava lá, mas a porta atrás dela estava emperrada. Tirar e colocar de novo ajudou. Ela pode emperrar outra vez.
    .action = Faça esta regra à mão, para que dure. Depois, instale as atualizações do seu roteador.
    .detail = { $services }: na lista e correto, com resposta por dentro e silêncio de fora; depois de apagar e criar de novo o mapeamento, respondeu de fora.

range-too-long-for-router = São precisas mais portas do que o roteador abre uma a uma
    .meaning = { $kind ->
        [fax] Um fax escolhe a sua porta em uma longa fila.
       *[voices] Cada ligação precisa de duas portas pequenas para o som.
    } Um roteador que as abre uma a uma logo fica sem espaço. Uma só regra feita à mão vale para todas.
    .action = Faça à mão uma só regra para todas. O guia mostra os números para copiar.
    .detail = A faixa { $kind ->
        [fax] de fax
       *[voices] de voz
    } { $range } não pode ou não deve ser mapeada porta por porta: muitas tabelas comportam 32 entradas, e a limpeza começa a partir de 20. { $kind ->
        [fax] Encurte a faixa na central telefônica ou deixe-a inteira, e redirecione tudo como uma só regra UDP.
       *[voices] Ligações ao mesmo tempo: { $calls }. Duas portas por ligação mais duas dão { $proposed }. Encurte a faixa na central telefônica ao que as ligações precisam e redirecione tudo como uma só regra UDP.
    }

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
    .detail = { $services } ({ $ports }) em { $address }: recusado ou em silêncio por dentro. { $outside ->
        [yes] De fora houve resposta: veja se o fail2ban e o firewall da própria central bloqueiam o endereço deste computador. Enquanto nada responder por dentro, não se pode mostrar de quem era a resposta.
       *[no] Aqui responde pelo menos outro serviço desta central telefônica. De fora também não houve resposta, ou ninguém perguntou.
    }

several-phone-systems = Mais de uma central telefônica responde no seu escritório
    .meaning = Uma porta para a rua leva só a uma delas. { $chosen ->
        [yes] O que se diz aqui vale para a que foi verificada.
       *[no] Enquanto uma não for escolhida, nada se pode dizer de nenhuma.
    }
    .action = Escolha qual delas os telefones de fora usam { $chosen ->
        [yes] e verifique também a outra.
       *[no] e verifique primeiro essa. Depois verifique também a outra.
    } Se for preciso chegar às duas, dê a uma delas outros números de porta na rua. Ou pergunte a um técnico. Os detalhes dizem o que ajuda.
    .detail = Verificada: { $address }. Também responde: { $others }. A lista do roteador: { $leads }. Para chegar às duas: redirecionar outras portas de fora para uma delas e colocá-las nos telefones dela, ou pôr um controlador de borda de sessão (session border controller) na frente das duas.

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
    .action = Veja para onde leva a regra no seu roteador. Desligue o serviço telefônico do próprio roteador, se não o usa.
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

walk-path-unproved = Este percurso não prova nada sobre estas portas
    .meaning = { $streets ->
        [lies] Neste percurso todas as portas pareciam abrir, até as que ninguém usa. Talvez a rua do visitante abra todas elas, ou o seu roteador mande cada batida para uma só máquina. Por isso não sabemos se os armários estão trancados.
        [several] Visitantes em mais de uma rua não ouviram nada do seu escritório. Então é mais provável que o silêncio esteja do seu lado. Mas nenhum visitante ouviu uma palavra, e por isso nem isso é certo.
       *[one] O visitante não ouviu nada do seu escritório. Talvez a própria rua dele engula essas batidas. Por isso não sabemos de que lado estava o silêncio.
    }
    .action = Tente { $streets ->
        [lies] de outra rua. Se lá todas as portas também abrirem, procure no seu roteador um ajuste que manda tudo para uma só máquina (“host exposto”), e desligue.
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
    .action = Procure na sua central telefônica a lista de endereços bloqueados. Tire dela { $known ->
        [yes] { $address }
       *[no] o endereço deste visitante
    }. Depois, coloque a senha certa no telefone desse visitante. { $others ->
        [yes] {""}
       *[no] Se não estiver em nenhuma lista, peça a alguém para bater de outra rua. Se essa pessoa também não ouvir nada, a entrada inteira está em silêncio.
    }
    .detail = { $services } ({ $ports }): { $known ->
        [yes] { $address }
       *[no] um visitante cujo endereço ninguém disse (uma página web que mostra o próprio endereço diz, aberta na linha desse visitante)
    } não tem resposta, enquanto outra rua teve há menos de meia hora, ou a mesma teve antes. Olhe o fail2ban, o firewall da própria central telefônica e qualquer lista de origens confiáveis. Se o endereço não estiver em nenhum deles, a linha desse visitante pode filtrar a porta 5060: ele deve bater também de outra linha.

phones-use-other-address = Os telefones de fora procuram outro endereço
    .meaning = { $leads ->
        [nowhere] Cada telefone de fora leva um nome no bolso, e ninguém soube nos dizer aonde ele leva. Por isso o telefone talvez não encontre a sua casa.
        [inside] Cada telefone de fora leva no bolso um endereço que só significa algo dentro da sua casa. Lá fora ele não leva a lugar nenhum.
        [newer] Cada telefone de fora leva no bolso um endereço na rua do tipo mais novo. A sua casa não parece ter nenhum desse tipo. Por isso os telefones não a encontram.
       *[elsewhere] Cada telefone de fora leva no bolso um endereço na rua, e não é o seu. Por isso ele bate em outra casa.
    }
    .action = Corrija o nome do servidor nos telefones de fora. Em um trixbox Pro, o nome para fora termina em x.
    .detail = Os telefones usam { $server }, que leva a { $address }. O endereço do escritório na rua é { $wan }. { $leads ->
        [newer] O nome não tem endereço IPv4, e este computador não vê nenhum IPv6 no escritório.
       *[other] {""}
    }

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
        [unsure] Um desconhecido bateu e não ouviu nada, como atrás de uma lista de convidados. Mas nada mostra ainda que a entrada existe. Nenhum convidado testou a porta.
       *[no] Foi indicada uma lista de convidados. Nenhum convidado testou a porta ainda, por isso ninguém sabe se ela os deixa entrar.
    }
    .action = Peça a alguém da lista de convidados para bater. Envie um código a essa pessoa.
    .detail = Origens confiáveis: { $sources }. Nenhum percurso de lá teve resposta. O silêncio para um desconhecido só conta como comprovado depois que um percurso de lá tiver tido resposta.

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
    .action = { $list ->
        [not-listed] Abra primeiro a entrada para as vozes: a lista do seu roteador não tem nenhuma. Se essa regra foi feita à mão, já está.{" "}
        [inner] Faça a regra para as vozes também no aparelho de fora: o seu roteador não é o último muro antes da rua.{" "}
       *[mapped] {""}
    }{ $shorten ->
        [yes] Mude também na sua central a faixa das vozes para { $proposed }. Senão, ela escolhe numa fila de portas mais longa do que é preciso.{" "}
       *[no] {""}
    }Faça uma ligação de teste para um telefone de fora e escute nas duas pontas. Depois, diga a este programa que os dois lados se ouviram.
    .detail = A faixa de voz ({ $range } na central telefônica, { $proposed } proposta) { $list ->
        [mapped] está na lista do roteador
        [not-listed] não está na lista do roteador, que pode omitir regras feitas à mão
        [inner] está na lista do roteador interno, e nenhuma lista mostra o que faz o aparelho de fora
       *[unknown] não está em nenhuma lista que pudesse ser lida, por isso ninguém sabe se está redirecionada
    }. Nenhuma testemunha na central respondeu por ela, e nenhuma ligação de teste a comprovou. As portas RTP só respondem durante uma ligação. Para comprovar, execute “entrance rehearse” em um computador de fora, ou “entrance witness --code CODE” na central enquanto alguém faz o percurso com esse código.

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

another-web-page-answers = Uma página web que não é a da sua central responde à rua
    .meaning = Pode ser a de um telefone de mesa, a do seu roteador ou o seu próprio site. Se for a de um telefone de mesa, qualquer pessoa pode ler ali a senha e fazer ligações.
    .action = Abra o seu endereço na rua no navegador de um celular sem Wi-Fi, e veja de quem é a página. Remova a regra que leva até ela, a menos que seja o seu próprio site.
    .detail = { $page } (TCP { $port }) respondeu de fora, e de outro modo que a central por dentro nesta porta: outro Server, outro realm ou título, ou com TLS outro certificado. A lista do roteador não leva ali a nenhum telefone de mesa conhecido, e a página não indica nenhum. Ela pode estar no próprio roteador (administração remota), em um NAS, em uma câmera ou em um servidor web.

guest-calls-accepted = A sua central telefônica aceita ligações de desconhecidos
    .meaning = Um desconhecido sem nome pediu uma ligação, e a sua central telefônica começou a fazê-la. Ligações assim acabam na sua fatura.
    .action = Desligue as ligações de visitantes na central telefônica. A opção costuma se chamar anonymous ou guest. Depois, faça o teste de novo.{ $lines ->
        [yes] {" "}A linha a mudar: { $change }.
       *[no] {""}
    }
    .detail = Um INVITE sem autenticação para um nome inventado foi processado em vez de recusado com 401, 403 ou 407: { $seen } (testado: { $at }). chan_sip: allowguest=no; PJSIP: nenhum endpoint chamado anonymous; FreePBX: Allow SIP Guests e Allow Anonymous Inbound SIP Calls, ambos em No. Uma ligação aceita (200) pode ser só um aviso gravado; mesmo assim chegou ao plano de discagem.

extension-names-leak = A sua central diz a desconhecidos quais números existem
    .meaning = { $by ->
        [settings] Pelas próprias configurações, a sua central responde a um desconhecido de um jeito para um nome real e de outro para um inventado.
       *[test] Um desconhecido perguntou por dois nomes, um real e um inventado, e teve duas respostas diferentes.
    } Assim ele pode juntar os seus números e tentar senhas neles.
    .action = Ligue a opção que dá a todo desconhecido a mesma resposta. Peça a quem cuida da central telefônica. Depois, faça o teste de novo.{ $lines ->
        [yes] {" "}A linha a mudar: { $change }.
       *[no] {""}
    }
    .detail = { $by ->
        [settings] Pelas configurações: { $seen } (lido: { $at }).
       *[test] Um REGISTER sem credenciais recebe resposta diferente para um nome real e para um inventado: { $seen } (testado: { $at }).
    } chan_sip: alwaysauthreject=yes; PJSIP já responde igual por si. Um 200 é pior: diz os registros sem senha.

outbound-blocked = A sua central telefônica não consegue sair à rua
    .meaning = A sua central telefônica precisa sair para isto, e algo no muro a impede.
    .action = Permita esta saída no seu roteador ou firewall. A lista de saídas abaixo é para quem cuida dele.
    .detail = { $services } ({ $ports }): a central telefônica precisa disto para fora. Perguntado em vão: { $asked }. { $from ->
        [phone-system] Tentado na própria central telefônica.
       *[here] Tentado deste computador, que não é a central: as regras dela podem ser outras.
    }

provider-unreachable = O servidor da sua operadora telefônica não responde
    .meaning = A operadora telefônica é a rua principal das suas ligações. Não conseguimos encontrá-la, ou ela não respondeu.
    .action = Confira se o nome do servidor está sem erros. Se estiver certo, pergunte à sua operadora telefônica se o servidor dela responde a desconhecidos e se tem problemas hoje. Se ele responde e não tem nenhum, um firewall seu pode estar atrapalhando.
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

ipv6-refused = O seu roteador não abriu o tipo de endereço mais novo
    .meaning = O seu edifício tem um segundo tipo de endereço, mais novo. Pedimos ao roteador que deixasse os telefones entrarem também por ele. Ele disse não. Os telefones continuam entrando pelo caminho de sempre.
    .action = Deixe assim, se nenhum telefone de fora precisa disso. Senão, { $why ->
        [not-authorized] peça a partir da própria central telefônica, ou permita isso na configuração do roteador para o endereço mais novo.
        [no-room] remova do roteador as aberturas de que ninguém precisa e tente de novo.
        [firewall-off] confira no seu roteador se, pelo endereço mais novo, os visitantes de fora ficam de fora.
        [not-allowed] permita na configuração do roteador para o endereço mais novo que os aparelhos abram as próprias portas.
       *[other] faça esta regra à mão na página do roteador para o endereço mais novo.
    }
    .detail = Firewall IPv6 do roteador { $router }, portas { $ports }: { $why ->
        [not-authorized] 606 ou PCP NOT_AUTHORIZED: não abre para este aparelho, ou não para esta porta.
        [no-room] 701 PinholeSpaceExhausted ou PCP NO_RESOURCES: não há espaço para outra passagem.
        [firewall-off] 702 FirewallDisabled: o firewall está desligado, por isso não há nada a abrir e tudo o que escuta pode ser alcançado.
        [not-allowed] 703 InboundPinholeNotAllowed: a configuração dele proíbe passagens.
        [no-such-entry] 704 NoSuchEntry: ele já não conhece esta passagem.
        [protocol] 705 ProtocolNotSupported.
        [port-wildcard] 706 InternalPortWildcardingNotAllowed.
        [protocol-wildcard] 707 ProtocolWildcardingNotAllowed.
        [device-wildcard] 708 WildCardNotPermittedInSrcIP.
        [nothing-sent] 709 NoPacketSent.
        [does-not-read-back] Ele disse sim e depois não conhece a passagem (GetPinholePackets).
        [no-answer] Ele não deu uma resposta correta.
       *[other] Ele disse não com um código próprio{ $code ->
            [none] .
           *[other] {" "}({ $code }).
        }
    }

ipv6-no-answer = Ninguém responde no tipo de endereço mais novo
    .meaning = { $how ->
        [not-listening] O seu roteador deixa visitantes entrarem pelo tipo de endereço mais novo. Atrás dessa porta ninguém atende: a central telefônica só usa o tipo antigo.
       *[kept-out] O seu roteador diz que abriu a porta pelo tipo de endereço mais novo. Um visitante bateu e não ouviu nada. Os telefones continuam entrando pelo caminho de sempre.
    }
    .action = Bata mais uma vez depois disto: { $how ->
        [not-listening] ligue o endereço mais novo na central telefônica, ou desfaça esta abertura.
       *[kept-out] tire a abertura e coloque-a de novo.
    }
    .detail = IPv6 { $address }, portas { $ports }: { $how ->
        [not-listening] a batida foi recusada, portanto passou pelo firewall do roteador e nenhum serviço escuta neste endereço e nesta porta.
       *[kept-out] a batida não teve resposta.
    } { $packets ->
        [yes] O roteador contou pacotes pela passagem.
        [no] O roteador diz que não contou nenhum pacote pela passagem; alguns não contam nada.
       *[untold] O roteador não conta o que passa.
    }

ipv6-open = Os telefones também podem entrar pelo endereço mais novo
    .meaning = { $proved ->
        [yes] O seu roteador deixa visitantes entrarem pelo tipo de endereço mais novo. Um deles bateu ali e teve resposta.
       *[no] O seu roteador deixa visitantes entrarem pelo tipo de endereço mais novo. Ninguém bateu ali ainda.
    }
    .action = Deixe o programa continuar de vigia, para que a abertura não acabe sozinha.{ $proved ->
        [yes] {""}
       *[no] {" "}Mande um ajudante permanente bater, a partir da própria central telefônica.
    }
    .detail = Passagens no firewall IPv6 do roteador para { $address }, portas { $ports }. A primeira acaba em { $until }; entrance watch pede mais tempo antes disso.

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
verdict-not-checked = ainda por verificar de fora
verdict-fax-unproved = não comprovada: só responde durante o envio de um fax
verdict-voice-unproved = não comprovada: só responde durante uma ligação
verdict-shut = trancado, como deve ser
verdict-exposed = aberto, mas deve ficar trancado
verdict-guarded = com lista de convidados
verdict-reachable = a saída está livre
verdict-blocked = a saída está bloqueada
verdict-was-open = estava aberta quando olhamos, e pode estar fechada agora
verdict-was-locked = estava trancado quando olhamos, e pode estar aberto agora

severity-blocker = impede tudo
severity-problem = não funciona
severity-warning = merece atenção
severity-note = bom saber

outcome-answered = respondeu
outcome-refused = recusado
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
top-was-ready = As suas entradas estavam abertas quando olhamos, em { $at }. Verifique de novo se ainda estão
top-action-needed = Ainda há algo a fazer. Comece pelo primeiro ponto abaixo
top-could-not-check = Não foi possível verificar. Isso ainda não diz nada sobre as suas entradas

# The saved report asks for the same sentence under the verdict's own name.
verdict-ready = { top-ready }
verdict-action-needed = { top-action-needed }
verdict-could-not-check = { top-could-not-check }

# The sentence below it.
proved-all = Todas as entradas foram comprovadas de fora. Verificação: { $at }.
proved-heard = Todas as entradas que podem responder foram comprovadas de fora, e o som foi ouvido nos dois sentidos em { $day }. Verificação: { $at }.
proved-all-but-voices = Todas as entradas que podem responder foram comprovadas de fora. As vozes só respondem durante uma ligação. Verificação: { $at }.
proved-some = { $proved } de { $total } entradas comprovadas de fora. Verificação: { $at }.
proved-nothing-wanted = Pelas suas respostas, nenhuma entrada é necessária. Verificação: { $at }.

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
safety-guest-calls-untold = Sem resposta clara
safety-name-leak = Ela diz a desconhecidos quais números existem?
    .lead = Pergunta-se a ela, sem senha, por dois nomes: um inventado e { $extension }. As duas respostas deveriam ser iguais.
    .ask = Perguntar por estes dois nomes?
safety-name-leak-safe = Os dois nomes recebem a mesma resposta
safety-name-leak-unsafe = As respostas dizem quais números existem
safety-name-leak-untold = Sem resposta clara
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
doing-reaching-helper = Chamando o ajudante
doing-helper-knocks = O ajudante bate de fora
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
intent-over-ipv6 = Por IPv6, para { $address }:
intent-over-ipv6-unknown = Por IPv6:
intent-over-ipv6-offered = O seu roteador também pode deixar telefones entrarem por IPv6. Para abrir também ali, execute entrance open --ipv6
intent-over-ipv6-there = As aberturas por IPv6 são feitas na própria central telefônica. Execute lá:
intent-stay-shut = Fica trancado
intent-must-get-out = Precisa sair; não precisa de entrada

by-hand-no-requests = O seu roteador não aceita pedidos, por isso esta regra é feita à mão.
by-hand-behind-another-wall = Ainda não. Há outro muro por fora do seu, por isso uma porta aqui não levaria a lugar nenhum.
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
hindrance-ends-by-itself = O roteador não a desfaz antes do tempo, por isso ela recebeu o prazo mais curto. Olhe de novo daqui a alguns minutos.
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

## What is wrong, in the owner's words

symptom-do-not-ring = Os telefones de fora não tocam
symptom-no-sound = Não há som, ou só em um sentido
symptom-cannot-sign-in = Os telefones de fora não conseguem se registrar
symptom-hud = A janela do HUD não se conecta
symptom-other-office = Não se chega ao outro escritório
symptom-just-check = Nada, ou não sei: só verificar

## Who or what is outside

use-remote-phones = Telefones fora do escritório
    .help = Um telefone de mesa em casa, ou em uma filial pequena sem central telefônica.
use-apps = Aplicativos em um celular ou notebook
    .help = HUD, ou qualquer aplicativo que faça ligações ou mostre quem está ao telefone.
use-site-link = Outro escritório com central telefônica própria
    .help = As duas centrais passam ligações uma à outra.
use-sip-trunk = Uma operadora telefônica que liga sem se registrar
    .help = É raro. A maioria das centrais se registra sozinha na operadora telefônica. Então nenhuma entrada é necessária para isso.
use-fax = Fax pela internet
    .help = Aparelhos ou servidores de fax que enviam pela central telefônica.
use-provisioning = Telefones de fora buscam a configuração no escritório
    .help = Só durante a instalação de telefones novos. Não deveria ficar aberta.
use-admin = As páginas da própria central telefônica
    .help = São um armário que deve ficar trancado.
use-internal = Tráfego só dentro do escritório
    .help = Não precisa de entrada.
use-outbound = A saída da central telefônica
    .help = Não precisa de entrada.
use-phones = As páginas dos próprios telefones de mesa
    .help = Nunca se deve chegar a elas de fora.

## Questions

ask-symptom = O que está errado?
    .why = Colocamos primeiro as respostas que combinam com o seu problema. Nada fica escondido.
    .default = Em caso de dúvida, só verifique. De qualquer modo, olhamos tudo.
    .help = Escolha o que mais incomoda. Mais tarde é possível verificar outra coisa.
ask-using = Quem está fora?
    .why = Cada tipo de visitante precisa da própria entrada. O que ninguém precisa fica trancado.
    .default = Se não sabe, contamos com telefones fora do escritório.
    .help = Marque tudo o que servir. Se houver só uma operadora telefônica, e a central se registra nela, talvez nenhuma entrada seja necessária.
ask-phones-use = Que nome ou endereço de servidor está digitado nos telefones de fora?
    .why = A melhor entrada não ajuda se os telefones batem em outra casa.
    .default = Se não sabe, perguntamos ao roteador o seu endereço na rua.
    .help = No telefone, procure o servidor no menu, em Estado ou Conta (Status, Account). Em um aplicativo, olhe nas configurações da conta.
ask-calls = Quantas ligações tem ao mesmo tempo no momento de mais movimento?
    .why = Cada ligação precisa de duas portas pequenas para o som. Menos portas é mais seguro.
    .default = Se não sabe, planeje uma regra para todas. Um quarto da equipe é um bom palpite.
    .help = Conte as ligações de dentro para fora e de fora para dentro, não as de mesa para mesa.
ask-trusted = Só certos lugares podem entrar?
    .why = Uma lista de convidados mantém desconhecidos longe dos seus telefones e da sua fatura.
    .default = Se isto ficar vazio, qualquer pessoa pode bater, e avisamos sobre isso.
    .help = Digite os endereços na rua das casas e dos escritórios de confiança, separados por vírgula. Endereços de casas podem mudar.
ask-system = Qual é a sua central telefônica?
    .why = Cada tipo atende em outras portas.
    .default = Em caso de dúvida, deixe “Não sei”. Então contamos com o que a maioria usa.
    .help = O nome está na caixa, na página web dela ou na fatura de quem cuida dela.
ask-pbx = Qual é o endereço da central telefônica no escritório?
    .why = As entradas devem levar à sala certa.
    .default = Se não sabe, deixe-nos olhar a rede do escritório. Perguntamos antes.
    .help = Em qualquer telefone de mesa, abra o menu, depois Estado (Status), e procure { "SIP server" }. Costuma ser parecido com 192.168.1.20.

## The steps

step-welcome = Boas-vindas
    .title = O seu escritório está aberto para ligações?
    .lead = Olhamos o seu roteador e a sua central telefônica, e depois batemos à porta de fora. Nada muda sem o seu sim.
step-questions = O que está errado?
    .title = Conte um pouco
    .lead = Umas poucas perguntas curtas, para abrir só o necessário. Pode sempre escolher “Não sei”.
step-router = O seu edifício
    .title = O seu edifício
    .lead = O seu roteador é o muro externo do seu edifício. Agora só olhamos, e não mudamos nada.
step-phones = Central telefônica
    .title = A sua central telefônica
    .lead = As entradas devem levar à sua central telefônica. Diga onde ela está, ou deixe-nos olhar a rede do escritório.
step-knock = Primeira batida
    .title = Uma batida de fora
    .lead = Só um visitante de outra rua pode comprovar que uma porta abre. Bater à porta não muda nada.
step-offer = O plano
    .title = O plano
    .lead = Isto é o que abriríamos, e o que fica trancado. Nada acontece antes do seu sim.
step-opening = Abrir
    .title = Abrindo as entradas
    .lead = Uma entrada por vez. Cada uma é anotada antes, e qualquer uma pode ser desfeita.
step-by-hand = Fazer durar
    .title = Fazer durar
    .lead = Estas regras ficam no seu roteador até serem removidas. Siga os passos e copie os números da tabela.
step-checking = Verificação
    .title = Verificando de novo
    .lead = Olhamos e perguntamos mais uma vez. Nada é mudado.
step-results = Resultados
    .title = As suas entradas
    .lead = O que vimos, de onde, e o que fazer agora. Nada mais muda sem o seu sim.
step-helping = Ajudar
    .title = Ajudar um colega
    .lead = Bata no escritório do seu colega a partir da sua própria rua. Antes, a janela mostra onde e quantas vezes, e nada é enviado sem o seu sim.

## Keep it safe

advice-voicemail-callout = O correio de voz não pode fazer ligações
    .why = Senão, um desconhecido que adivinhe um código do correio de voz pode ligar para qualquer lugar, e a fatura é sua. Na central telefônica, coloque “Enable Callout” em não para cada pessoa.
advice-international-dialling = As ligações para o exterior estão bloqueadas, se não forem necessárias
    .why = Ligações roubadas quase sempre vão para o exterior. Tranque a regra das ligações para o exterior, e nunca mexa nos números de emergência: eles devem funcionar sempre.
advice-phones-not-exposed = Da rua não se chega a nenhum telefone de mesa
    .why = A página web de um telefone mostra a senha dele. Nenhuma regra no seu roteador pode levar a um telefone de mesa.
advice-alg-off = O porteiro no roteador está desligado
    .why = Um roteador que reescreve cartas tem boa intenção, mas as ligações perdem o som ou o toque. O guia do seu roteador diz o nome da opção.
advice-trusted-sources = Só entram lugares de confiança
    .why = Desconhecidos experimentam toda campainha aberta. Uma lista de convidados os deixa de fora, mesmo que uma senha seja fraca.
advice-address-reservation = A central telefônica mantém o endereço dela
    .why = Se ela mudar para outra sala, as entradas não levam a ninguém. Reserve o endereço dela no roteador.

## Practice offices: what they are about, and each of them

practice-group-well = Tudo funciona
practice-group-opening = Entradas a abrir
practice-group-refused = O roteador diz não
practice-group-astray = Entradas que levam a outro lugar
practice-group-network = Muros e ruas em volta do escritório
practice-group-phone-system = A central telefônica não atende
practice-group-visitors = Visitantes que não provam nada
practice-group-calls = Ligações que falham
practice-group-since = Antes funcionava
practice-group-strangers = Desconhecidos entram

practice-a-week-at-most = A porta de uma semana: o roteador não faz nenhuma abertura sem fim
practice-address-unknown = Sem número na porta: ninguém sabe dizer o endereço na rua
practice-all-well = Tudo bem: as entradas estão abertas, e só convidados entram
practice-another-holds-it = Já ocupada: uma regra feita à mão dá esta entrada a outra máquina
practice-another-number = Outro número: o roteador dá uma porta que os telefones não conhecem
practice-asked-from-inside = Pedido de dentro: na própria central telefônica, onde o roteador abre para quem pede
practice-asks-for-itself = Pede para si mesma: um guardião cuidadoso abre para a própria central telefônica
practice-bell-held-back = A campainha muda: outras portas abrem, só a campainha é retida
practice-by-hand-and-well = Feitas à mão: regras que nenhuma lista mostra, e todas funcionam
practice-cabinet-open = Um armário aberto: da rua se chega à página de administração
practice-calls-unknown = Portas demais: as vozes precisam de uma só regra para todas
practice-door-locks-itself = A porta que tranca sozinha: o roteador só a abre por sete dias
practice-doorman = O porteiro: o roteador abre as cartas e escreve nelas outro endereço
practice-entrance-gone = A porta perdida: uma entrada que existia sumiu
practice-everyone-welcome = Todos são bem-vindos: tudo funciona, mas não há lista de convidados
practice-filter-upstream = A rua barrada: a operadora de internet retém os visitantes
practice-full-wall = Sem espaço no muro: a lista do roteador está cheia
practice-gatekeeper-forbids = O guardião diz não: ele não pode abrir para ninguém, nem para quem pede
practice-guest-wifi = A sala de espera: este computador está no Wi-Fi de visitantes
practice-helper-away = O visitante que nunca veio: não se consegue chegar a quem devia bater
practice-hand-beats-list = A regra mais antiga: uma regra feita à mão vale mais do que a lista
practice-hud-off = A mesa do HUD está vazia: as ligações funcionam, mas o HUD está desligado
practice-keeps-what-it-has = O roteador que não devolve nada: uma entrada emperra, e ele não a tira
practice-letters-kept = A caixa de correio que engole: algumas cartas nunca chegam
practice-moved-room = O escritório mudou: a central telefônica tem outro endereço por dentro
practice-new-house-number = Um número novo: o endereço na rua mudou durante a noite
practice-newer-address = O endereço mais novo: o escritório também tem IPv6, e ninguém olhou lá
practice-both-kinds = Dois tipos de endereço: os telefones entram pelos dois, e ninguém bateu no mais novo
practice-newer-door-unused = A porta sem uso: está aberta pelo tipo de endereço mais novo, e ninguém escuta atrás dela
practice-only-the-older-kind = Só o tipo antigo: o roteador não tem mais espaço para o mais novo
practice-no-address-of-its-own = A porta emprestada: esta linha só tem IPv6 e divide o endereço do tipo antigo
practice-no-house-number = Sem número: o roteador não tem endereço por fora e não abre nada
practice-no-way-out = A porta dos fundos emperrada: visitantes entram, mas a central não consegue sair para todo lado
practice-not-allowed = Só para fora: este computador não pode falar com o próprio escritório
practice-own-firewall = O porteiro no caminho: este computador não deixa entrar nenhuma resposta curta
practice-answer-lost = Ninguém ouve o portão: o roteador está lá, e a resposta se perde
practice-no-upnp = Sem pedidos: essa função do roteador está desligada, por isso se faz à mão
practice-nobody-agreed = O plano na gaveta: ninguém disse sim a ele, e nada foi aberto
practice-nobody-found = A lista telefônica vazia: a central telefônica não é encontrada
practice-not-plugged-in = A sala sem porta: este computador não está ligado à rede
practice-nothing-opened = Nada aberto ainda: um roteador prestativo espera o pedido
practice-odd-end = O fim estranho: o roteador termina a lista à maneira dele
practice-older-tongue = A língua antiga: o roteador fala duas línguas e só concede na antiga
practice-only-for-the-asker = Só para quem pede: o roteador só abre portas para o aparelho que pede
practice-own-bell = Campainha própria: o roteador guarda a campainha para um serviço telefônico dele
practice-phone-on-the-pavement = O telefone na calçada: da rua se chega à página de um telefone de mesa
practice-phone-system-off = Não há ninguém: a central telefônica está desligada
practice-phones-look-inside = A agenda errada: os telefones de fora procuram um endereço de dentro
practice-ppp-line = A linha antiga: um roteador cuja única conexão é PPP
practice-round-the-house = A volta na casa: o visitante nunca saiu da própria rua do escritório
practice-router-refuses = O guardião cuidadoso: cada aparelho só pode abrir uma porta para si mesmo
practice-router-restarted = O muro esquecido: o roteador foi reiniciado e esqueceu as entradas
practice-router-says-no = O muro teimoso: o roteador diz não e não dá motivo
practice-second-building = Um segundo edifício: outro roteador fica em volta deste
practice-shared-tower = A torre comum: muitos clientes dividem uma porta para a rua
practice-silent-walk = O percurso mudo: o visitante não ouve nada, e isso não prova nada
practice-stranger-at-the-bell = O desconhecido na campainha: por fora responde outra máquina
practice-stuck-entrance = A entrada emperrada: está na lista, e ninguém passa até ser colocada de novo
practice-switched-off = A chave girada: a entrada está feita, mas desligada
practice-taken-over = Tomada: outro aparelho pega a porta antes de ela ser olhada de novo
practice-through-a-tunnel = O túnel: uma VPN está no caminho
practice-tower-with-a-newer-door = A torre com uma porta mais nova: uma porta comum, e uma própria pelo tipo de endereço mais novo
practice-two-boxes = Dois muros: respondem a caixa da operadora e o roteador do escritório
practice-two-phone-systems = Duas centrais telefônicas: a antiga nunca foi desligada
practice-two-numbers = Dois números: o roteador diz um, a rua vê outro
practice-two-routers = Dois muros com portas: um segundo roteador responde na mesma rede
practice-unnamed-street = A rua sem nome: ninguém sabe onde estava este visitante
practice-visitor-shut-out = O convidado barrado: um visitante entra, e outro não
practice-talks-to-strangers = O atendente falador: desconhecidos podem ligar, e ficam sabendo quem trabalha aqui
practice-voice-partly-open = Portas emperradas: duas de dez portas para as vozes não abrem, e uma testemunha de dentro mostra isso
practice-wrong-desk = A mesa errada: a entrada leva a outro número por dentro
practice-wrong-device = A sala errada: a entrada leva a um telefone de mesa
practice-yes-and-forgotten = Sim e esquecido: o roteador diz sim e não se lembra de nada

## Making it by hand. Menu paths come from the router's own file, as the device shows them.

guide-for = À mão, passo a passo: { $router }
guide-intro = Com estes passos, as entradas são feitas à mão no seu roteador. Regras feitas à mão ficam até serem removidas.
guide-open-settings = Abra a página de configuração do roteador em um navegador: { $address }. A senha costuma estar em uma etiqueta no roteador.
guide-open-others = Se nenhuma página abrir ali, tente: { $addresses }
guide-open-other = Abra a configuração do roteador. Nesta família ela fica aqui: { $way }
guide-open-unknown = Abra a página de configuração do roteador em um navegador. O endereço dela é o que este computador chama de gateway padrão. A senha costuma estar em uma etiqueta no roteador.
guide-look-for = Procure uma página que faz regras para visitantes da internet. Os fabricantes a chamam de: { $words }
guide-go-to = Vá para: { $path }
guide-add-rule = Adicione uma regra para cada linha da tabela abaixo. Copie os números exatamente, e escolha UDP ou TCP como a tabela diz. Salve no final.
guide-range-hint = Se houver só um campo para uma faixa, digite a primeira e a última porta com um hífen ou dois-pontos no meio, como a página mostra. As portas de fora e de dentro devem ser as mesmas.
guide-reserve = Reserve o endereço da central telefônica, para que as regras continuem levando a ela: { $path }
guide-reserve-look-for = Reserve o endereço da central telefônica, para que as regras continuem levando a ela. Os fabricantes chamam isso de: { $words }
guide-alg-off = Confirme que o roteador não reescreve as ligações (SIP ALG). Neste roteador a opção se chama: { $name }. Como desligar: { $path }
guide-alg-none = Ninguém conhece neste roteador uma opção que o impeça de reescrever as ligações (SIP ALG). Se as ligações perderem o som, use outra porta SIP ou SIP criptografado, ou um roteador seu.
guide-alg-look-for = Confirme que o roteador não reescreve as ligações (SIP ALG). Desligue onde encontrar, reinicie o roteador e verifique de novo. Os fabricantes chamam isso de: { $words }
guide-upnp = Se preferir que este programa abra as entradas, ligue o UPnP aqui: { $path }
guide-upnp-look-for = Se preferir que este programa abra as entradas, ligue o UPnP. Os fabricantes chamam isso de: { $words }
guide-upnp-none = Este roteador não oferece UPnP, por isso as regras são sempre feitas à mão.
guide-mark-unconfirmed = (não confirmado em um aparelho real: o seu pode ser diferente)
guide-different = Se um menu for diferente no seu roteador, procure estas palavras: { $words }. As páginas de ajuda do fabricante mostram onde ficam. Em caso de dúvida, não mude nada e pergunte a quem instalou o roteador.
guide-commands = Ou cole comandos: { $title }
guide-commands-into = Cole aqui: { $place }
guide-commands-source = Fonte: { $source }
guide-commands-unconfirmed = Não foi possível testar estes comandos em um aparelho real. Leia cada linha antes de colar, e salve antes a configuração do roteador.
guide-commands-replace = Antes de colar, substitua { $word }. Isto mostra o valor: { $command }
guide-commands-guests-left-out = A sua lista de convidados não está nestes comandos, porque a linha de comando deste roteador não consegue guardá-la com segurança: eles deixam todos entrarem. Coloque antes a lista de convidados no firewall da própria central telefônica.
guide-commands-too-long = Não está nestes comandos: { $name } ({ $ports }). Este roteador quer uma linha para cada porta. Diga quantas ligações há ao mesmo tempo, para que a faixa fique menor.
guide-commands-none = Não há comandos para colar neste roteador. { $reason }
guide-block-first-time = Só se este roteador nunca redirecionou nada
guide-block-open = Fazer as entradas
guide-block-take-back = Desfazê-las
guide-block-reserve = Reservar o endereço da central telefônica
guide-block-doorman-off = Desligar o porteiro (SIP ALG)
guide-never-dmz = Nunca coloque a central telefônica na DMZ, e nunca redirecione todas as portas. Isso abre todos os armários para a rua.
guide-generic-hint = Não conhecemos este roteador. Procure uma página chamada redirecionamento ou encaminhamento de portas, servidor virtual ou NAT (port forwarding, virtual server). As páginas de ajuda do fabricante mostram onde fica.
guide-sources-hint = Se a página tiver um campo para a origem ou o endereço remoto, coloque ali as origens permitidas da tabela. Se não tiver, coloque no firewall da central telefônica.
guide-notes = Para o técnico, em inglês: { $notes }
guide-afterwards = Quando as regras estiverem salvas, volte e verifique de novo.

rule-name = Nome
rule-protocol = Protocolo
rule-outside-ports = Portas de fora
rule-inside-address = Endereço de dentro
rule-inside-ports = Portas de dentro
rule-sources = Origens permitidas
rule-everyone = todos

## Something did not work

problem-unknown = Algo não funcionou
    .action = Tente de novo. Se acontecer outra vez, salve o relatório e envie à pessoa que ajuda com isso.
    .detail = { $why }
problem-no-network = Este computador não está ligado a nenhuma rede
    .action = Ligue o cabo de rede ou entre no Wi-Fi do escritório. Depois, tente de novo.
problem-router-gone = O seu roteador não está onde estava
    .action = Confirme que este computador está na rede do escritório. Depois, procure o roteador de novo.
problem-journal-not-written = Não foi possível anotar a mudança, por isso nada foi mudado
    .action = Libere espaço no disco, e confirme que é possível gravar na sua própria pasta. Depois, tente de novo.
    .detail = { $why }
problem-watch-busy = Outra cópia deste programa já cuida deste escritório
    .action = Feche a outra (processo { $pid }, desde { $since }), ou deixe que ela continue.
problem-not-a-time = { $word } não é um tempo entre dez segundos e um dia
    .action = Digite um número e uma unidade, como 15m ou 1h.
problem-journal-busy = Outra cópia deste programa está mudando o roteador agora mesmo
    .action = Espere até a outra terminar (processo { $pid }, desde { $since }). Depois, tente de novo.
problem-phone-not-an-address = { $word } não é um endereço
    .action = Digite quatro números com pontos no meio, como 192.168.1.20.

problem-code-mistyped = Há um erro de digitação no grupo { $group } do código
    .action = Compare o grupo { $group } (“{ $text }”) com o código recebido. Depois, tente de novo.
problem-code-cut = Falta o final do código
    .action = Copie o código inteiro e cole de novo. { $missing ->
        [one] Falta uma letra
       *[other] Faltam { $missing } letras
    }.
problem-code-expired = Este código é velho demais
    .action = Peça um código novo ao escritório. Este venceu em { $since }.
problem-code-foreign = Este código responde a outro convite
    .action = Peça ao seu colega a resposta ao último código enviado. Ou faça um código novo.
problem-code-not-a-code = Isto não é um código deste programa
    .action = Copie o código de novo, da primeira à última letra.
problem-code-wrong-kind = Este é o outro tipo de código
    .action = Cole o código do escritório onde quer ajudar. Cole a resposta do colega no escritório.
problem-code-other-version = Este código foi feito por outra versão deste programa
    .action = Instale a versão mais nova nos dois lados. Depois, faça um código novo.
problem-code-changed = Este código foi alterado no caminho
    .action = Peça ao seu colega que envie o código mais uma vez. Não use este.
problem-code-used = Este código já foi usado
    .action = Faça um código novo. Cada um vale uma vez.

# The witness on the phone system.
problem-not-a-voice-code = Este código não pergunta por vozes
    .action = Faça um código novo que inclua os telefones de fora. Ou digite o primeiro e o último número.
problem-not-a-port-range = { $word } não é uma faixa de portas para as vozes
    .action = Digite a primeira e a última com um hífen no meio, como 10000-20000. A primeira é 1024 ou mais, e são no máximo { $most }.
problem-witness-nothing-free = Nenhuma das portas para as vozes em { $ports } está livre
    .action = Confira se estes são os números das vozes da central telefônica, e se não há outra testemunha ali.
problem-witness-failed = A testemunha não conseguiu ficar atrás das portas para as vozes
    .action = Confira se este computador tem rede. Depois, tente de novo.
    .detail = { $why }
problem-sweep-no-witness = Nenhuma testemunha respondeu, por isso nem toda porta para as vozes foi testada
    .action = Inicie a testemunha na central telefônica com este mesmo código. Depois, repita o percurso.
problem-sweep-too-soon = Todas as portas para as vozes foram testadas há menos de uma hora, por isso só algumas foram testadas agora
    .action = Espere até a hora passar. Depois, repita o percurso.
problem-sweep-cut-short = Um roteador no caminho não tinha espaço para tantas portas, por isso só algumas foram testadas
    .action = Espere alguns minutos e repita o percurso, ou tente de outra rua.


problem-walk-own-address = { $address } é a própria rua deste computador, portanto isto não é de fora
    .action = Desligue o Wi-Fi do celular e use a internet dele. Ou peça ajuda a um colega que esteja em casa.
problem-walk-refused-address = Em { $address } não se pode bater, porque não é um endereço na rua
    .action = Peça ao escritório que confira o endereço dele na rua e faça um código novo.
    .detail = { $address } é do tipo { $kind }; só se fazem percursos até endereços públicos.
problem-invite-needs-ipv4 = Uma batida precisa do seu endereço IPv4 na rua, e { $address } não é um
    .action = Digite o endereço IPv4 do escritório. Ele é parecido com 198.51.100.7.
problem-invite-nothing-to-knock = Não há aqui nenhuma entrada em que um visitante possa bater
    .action = Escolha quem está fora, para sabermos em que entradas bater.
problem-unknown-phone-system = { $system } não é uma central telefônica que esta versão conheça
    .action = Escolha a sua na lista. Se ela veio de um código, instale a versão mais nova.
problem-walk-no-network = Não há outra rua para fazer o percurso
    .action = Compartilhe por cabo a internet do celular, ou entre no ponto de acesso dele. Depois, tente de novo.
problem-no-street-address = O seu endereço na rua ainda não é conhecido
    .action = Digite o nome do servidor que está nos telefones de fora, ou o seu endereço na rua.

problem-interface-unknown = Este computador não tem nenhuma rede chamada { $interface }
    .action = Escolha uma destas: { $known }.
problem-unknown-system = { $word } não é uma central telefônica que conhecemos
    .action = Escolha uma destas: { $known }.
problem-profile-unsound = O arquivo de central telefônica { $profile } { $why ->
        [id] precisa de um nome curto com letras minúsculas, algarismos e hífens, e de um nome para as pessoas
        [taken] tem o nome curto de uma central que já vem no programa
        [based-on] não diz com que central do programa se parece
        [too-many] tem linhas demais
        [row-id] tem duas vezes uma linha chamada { $row }, ou com outros sinais que não minúsculas, algarismos e hífens
        [ports] tem números errados na linha { $row }
        [words] não tem rótulo, ou tem textos longos demais, na linha { $row }
        [feature] não diz para que função é a linha { $row }
        [used-for] indica na linha { $row } um uso que ninguém conhece
        [voices] tem duas linhas obrigatórias para as vozes: { $row } e { $other }
        [never] quer aberta a porta da linha { $row }, e a linha { $other } a quer trancada
       *[lost] não tem a linha { $row }, um armário de { $other } que deve ser sempre testado
    }
    .action = Corrija o arquivo, ou faça um novo a partir de uma central do programa. A do programa fica como está.
problem-profile-set-aside = Esta versão não consegue ler o arquivo de central telefônica { $file }, por isso ele fica guardado como { $kept_as }
    .action = Corrija-o ali e devolva o nome antigo a ele, ou faça um novo a partir de uma central do programa.
problem-profile-too-many = Já existem { $count } centrais telefônicas próprias
    .action = Remova da pasta deste programa um arquivo desnecessário.
problem-profile-unreadable = Não é possível ler o arquivo de central telefônica { $file }: { $why }
    .action = Corrija o arquivo, ou faça um novo a partir de uma central do programa.
problem-profile-unknown-outside = { $system } tem outros números que { $base }. Um visitante em outro lugar só conhece as centrais do programa
    .action = Saia à rua com este computador. Ele conhece os seus próprios números.
problem-not-a-range = { $word } não é um primeiro e um último número como 12000-12099
    .action = Digite dois números com um hífen no meio.
problem-unknown-use = { $word } não combina com esta central telefônica
    .action = Use uma destas palavras: { $fitting }.
problem-practice-unknown = Não há escritório de treino chamado { $word }
    .action = Escolha um destes: { $known }.
problem-usage-command = Não há comando chamado { $word }
    .action = Digite { $known ->
        [yes] { $fitting }, ou "{ $program } --help" para ver tudo
       *[no] "{ $program } --help" para ver tudo
    }.
problem-usage-option = { $word } não existe aqui
    .action = Digite { $known ->
        [yes] { $fitting }, ou "{ $program } --help" para ver tudo
       *[no] "{ $program } --help" para ver tudo
    }.
problem-usage-value = { $word } não combina com { $option }
    .action = Digite { $known ->
        [yes] uma destas palavras: { $fitting }
       *[no] "{ $program } --help" para ver o que serve
    }.
problem-usage-no-value = Falta uma palavra depois de { $option }
    .action = Digite "{ $program } --help" para ver o que há.
problem-usage-missing = Ainda falta: { $word }
    .action = Acrescente, ou digite "{ $program } --help" para ver um resumo.
problem-usage-conflict = { $option } e { $word } não combinam
    .action = Tire uma das duas.
problem-usage-other = Não é possível ler esta linha de comando: { $word }
    .action = Digite "{ $program } --help" para ver o que há.
problem-language-unknown = Ainda não há palavras em { $word }
    .action = Escolha um destes: { $known }.

problem-file-unreadable = Não é possível ler o arquivo { $file }
    .action = Confira o nome dele, e se há permissão para lê-lo.
problem-not-a-report = O arquivo { $file } não é um relatório deste programa
    .action = Escolha um relatório que este programa salvou.
problem-newer-report = O arquivo { $file } foi feito por uma versão mais nova deste programa
    .action = Instale a versão mais nova. Depois, abra-o de novo.

problem-sip-limit = Por agora já batemos vezes suficientes
    .action = Espere { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    } e verifique de novo. As centrais telefônicas deixam de fora visitantes que batem demais.
problem-nothing-to-undo = Não há nada a desfazer
    .action = Siga em frente. Nenhuma das entradas no seu roteador foi aberta por este programa.
problem-nothing-to-renew = Não há nada para o que pedir mais tempo
    .action = Siga em frente. Nenhuma das entradas no seu roteador está lá por causa deste programa.
problem-nothing-to-repair = Não há nada para tirar e colocar de novo
    .action = Abra primeiro a entrada, ou faça-a à mão. Este programa só mexe no que ele mesmo fez.
problem-cancelled = O trabalho foi parado
    .action = Comece de novo quando quiser. O que foi feito até então está na lista.
problem-still-inside = Este computador ainda está dentro do escritório
    .action = Escolha o outro adaptador, ou entre no ponto de acesso do celular, e bata de novo.

## The standing helper did not work

problem-helper-unreachable = Não foi possível chegar ao ajudante
    .action = Confira se este computador tem internet. Depois, tente de novo, ou pergunte a quem mantém o ajudante.
    .detail = { $why ->
        [name] o nome no link não leva a lugar nenhum
        [refused] nada escuta no endereço do link
        [silent] sem resposta dentro do limite de tempo
        [unreachable] sem caminho até o endereço do link
        [tls] não falou TLS
        [time] sem resposta dentro do limite de tempo
        [lost] a conexão caiu
       *[other] { $why }
    }
problem-helper-wrong-key = O ajudante não conhece a chave deste link
    .action = Peça um link novo a quem mantém o ajudante.
problem-helper-pin-differs = Outra pessoa responde no lugar do ajudante
    .action = Pare de usar este link. Pergunte a quem mantém o ajudante se ele mudou de lugar, e peça um link novo.
    .detail = A chave pública do certificado não é a que o link fixa. Um programa que olha dentro das conexões criptografadas no caminho também causa isso.
problem-helper-too-often = Por agora o ajudante já bateu aqui vezes suficientes
    .action = Espere { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    } e tente de novo.
problem-helper-busy = O ajudante tem trabalho demais agora
    .action = Espere { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    } e tente de novo.
problem-helper-refuses-address = O ajudante não bate em { $address }
    .action = Use um ajudante que esteja fora, na internet. Ele vê o escritório em um endereço próprio na rua.
    .detail = Só se fazem percursos até endereços públicos, e a nenhum que pediu para ser deixado em paz. O ajudante viu esta conexão chegar de { $address }.
problem-helper-other-version = O ajudante tem outra versão deste programa
    .action = Instale a versão mais nova nos dois lados. Depois, tente de novo.
problem-helper-not-understood = O ajudante deu uma resposta que não faz sentido
    .action = Confira o link. Outra coisa pode estar respondendo no endereço dele.
problem-helper-not-in-practice = Um escritório de treino tem o próprio visitante
    .action = Deixe o ajudante de fora, ou verifique com ele o seu escritório real.
problem-helper-takes-no-letters = Este ajudante não consegue procurar um porteiro
    .action = Use outro ajudante, ou peça a quem mantém este que o deixe receber cartas.
    .detail = Ele não escuta em nenhuma porta SIP. Outra coisa na máquina dele pode ocupá-las; o registro dele diz qual.
problem-helper-forgot-letters = O ajudante já não se lembrava das nossas cartas
    .action = Tente de novo. É preciso perguntar por elas dentro de um minuto e da mesma rua.
    .detail = O bilhete foi dado a outro endereço, ou os 60 segundos dele acabaram. Vários ajudantes atrás de um endereço, ou uma linha cujo endereço muda a cada conexão, causam isso.
problem-doorman-not-on-phone-system = Só a própria central telefônica pode enviar do lugar dela
    .action = Deixe essa opção de fora, ou execute este programa na central telefônica.
    .detail = --doorman-from-5060 envia da porta 5060. De outra máquina, isso pode tomar a porta da central por fora em um roteador simples.
problem-helper-link-not-a-link = Este não é o link de um ajudante
    .action = Copie o link inteiro. Ele começa com https e tem um # no meio.
problem-helper-link-cut = Falta o final do link do ajudante
    .action = Copie o link inteiro, com tudo o que vem depois do #. Programas de e-mail costumam cortá-lo ali.
problem-helper-cannot-listen = O ajudante não consegue escutar em { $address }
    .action = Escolha outro endereço, ou outro número depois dos dois-pontos. Outra coisa pode estar usando este.
    .detail = { $why }
problem-helper-certificate-unusable = O certificado do ajudante não pode ser usado
    .action = Tire os arquivos da pasta do ajudante e inicie-o de novo. Ele faz outros, e então precisa de um link novo.
    .detail = { $why }
problem-helper-file-missing = Falta ao ajudante o arquivo { $file }
    .action = Coloque esse arquivo de volta a partir de uma cópia, e o link continua o mesmo. Ou tire também { $other }: o ajudante faz então os dois de novo e precisa de um link novo.
problem-helper-key-not-a-key = A linha { $line } das chaves de acesso não é uma chave
    .action = Escreva uma chave em cada linha: 32 sinais de 0 a 9 e de a a f.
problem-helper-no-key = O ajudante não tem chave de acesso
    .action = Escreva uma em access-keys.txt, na pasta dele: 32 sinais de 0 a 9 e de a a f. Ou tire esse arquivo de lá, e o ajudante faz uma chave nova.
problem-helper-too-many-ports = { $option } aceita no máximo { $most } números
    .action = Indique menos números.
problem-helper-nowhere = Ao ajudante não se disse onde escutar
    .action = Dê a ele um endereço em que escutar.

## The report as text


report-title = Relatório do Separate Entrance de { $date } ({ $name } { $version })
report-office = O seu escritório
report-street-address = Endereço na rua
report-router = Roteador
report-phone-system = Central telefônica
report-unknown = não se sabe
report-findings = O que foi encontrado
report-no-findings = Nada está no caminho.
report-action = O que fazer: { $action }
report-about = Sobre: { $services }
report-detail = Para o técnico: { $detail } [{ $code }]
report-folded = Isto explica também: { $codes }
report-entrances = Entradas
report-locked = Deve ficar trancado
report-cabinets = Armários que devem ficar trancados: { $shut ->
        [0] de { $total }, ainda não se provou que algum esteja trancado.
       *[other] { $shut } de { $total } foram testados de fora e estão trancados.
    }
report-not-shown = O que a comprovação não mostra
report-outbound = Saídas
report-outbound-lead = Para quem cuida do firewall: da central telefônica para a internet, isto deve ser permitido. Nada disso precisa de entrada.
report-outbound-not-here = O que foi testado foi testado deste computador, que não é a central telefônica.
rule-way-out-direction = Sentido
rule-way-out-protocol = Protocolo
rule-way-out-ports = Portas
rule-way-out-purpose = Para quê
rule-way-out-tried = Testado
report-outbound-out = saída
report-outbound-provider = O servidor da operadora telefônica
way-out-reachable = a saída está livre
way-out-blocked = a saída está bloqueada
way-out-not-checked = não testado
report-unconfirmed = não confirmado pelo fabricante
report-changes = O que se pediu ao roteador
report-walks = Percursos por fora
report-streets = Visto de cada rua
report-street-other = de outra rua
report-street-same = da própria rua do escritório, portanto não foi de fora
report-street-unknown = rua desconhecida
report-street-lies = esta rua responde por outros
report-trouble-no-way-out = o visitante não tinha saída
report-trouble-limit = por agora já se perguntou o suficiente
report-trouble-time = o tempo acabou
report-trouble-other = algo deu errado no percurso
report-trouble-not-walked = ninguém fez o percurso
report-doorman = O teste do porteiro
report-doorman-none = Sem porteiro: todas as cartas chegaram como foram enviadas.
report-letter-untouched = chegou como foi enviada
report-letter-rewritten = foi reescrita no caminho
report-letter-lost = nunca chegou
report-letter-answer-lost = chegou, mas a resposta não voltou
report-letter-not-sent = não pôde ser enviada daqui
report-letter-changed = No caminho de ida ({ $name }):
report-answer-changed = No caminho de volta ({ $name }):
report-you-sent = foi enviado
report-arrived-as = chegou como
report-line-added = (nada: acrescentado no caminho)
report-line-dropped = (tirado no caminho)
report-advice = Para continuar seguro
report-evidence = O que se perguntou e se viu
report-vantage-inside = por dentro
report-vantage-router = roteador
report-vantage-outside = por fora
report-reused = de uma verificação anterior

## The terminal program.

help-heading-usage = Uso
help-heading-commands = Comandos
help-heading-arguments = Argumentos
help-heading-options = Opções
help-arg-help = Mostrar esta ajuda
help-arg-version = Mostrar a versão
help-entrance = Encontra o seu roteador e a sua central telefônica, abre exatamente as entradas de que os telefones de fora precisam, e bate nelas de fora. Sem um comando, conduz passo a passo
help-separate-entrance = A janela que conduz passo a passo. Toda resposta dada aqui pode ser mudada nela
help-arg-renderer = Desenhar só com isto; sem isto, os dois são tentados
help-arg-self-test = Abrir a janela, medi-la, mostrar uma linha e terminar
help-check = Olhar e perguntar, não mudar nada e dizer o que é verdade
help-open = Mostrar as entradas a abrir, perguntar, abrir e ler de novo
help-undo = Desfazer o que este programa abriu
help-profile = Listar as centrais telefônicas, verificar um arquivo com uma própria ou fazer um
help-guide = Mostrar como fazer as entradas à mão no seu roteador
help-invite = Fazer um código para um colega que bate de fora
help-walk = Bater como pede o código de um escritório, e mostrar o código a devolver
help-practice = Listar os escritórios de treino, ou abrir um
help-replay = Julgar de novo um relatório salvo com as regras de hoje
help-witness = Na central telefônica: ocupar por um tempo as portas de voz dela, para que um percurso de fora as comprove
help-watch = Olhar o roteador e a central telefônica repetidas vezes, dizer o que muda e manter aberto o que este programa abriu
help-history = Listar as verificações anteriores e o que mudou entre elas
help-arg-every = Tempo entre duas olhadas, como 15m ou 1h
help-arg-every-port = Perguntar a todas as portas de voz, onde há uma testemunha na central telefônica
help-arg-ports = Primeira e última porta de voz, como 10000-20000
help-arg-minutes = Quantos minutos ficar ali, no máximo 60; 10 se nada for dito
help-arg-script = Mostrar a testemunha como script para um sistema velho demais para este programa
help-helper = Manter um ajudante permanente: ele bate em quem pede, e em mais ninguém
help-arg-helper = Mandar este ajudante permanente bater de fora; o link dele
help-arg-doorman-from-5060 = Enviar as cartas do teste do porteiro da porta 5060; só na própria central telefônica
help-arg-listen = Onde escutar; pode ser dado mais de uma vez
help-arg-state = Pasta para o certificado e as chaves de acesso dele
help-arg-also-listen = Outras portas TCP, por que os escritórios podem testar as saídas deles; nenhuma, se não for indicado
help-arg-sip-port = Portas em que se recebem cartas do teste do porteiro, por UDP e TCP
help-arg-walks-per-minute = Percursos por minuto ao todo; 60 se nada for dito
help-arg-knock-from = Endereço de onde bater, uma vez por família; sem isto, usa-se um segundo endereço público, se houver
help-arg-trust-proxy = O seu próprio proxy, em cuja palavra sobre quem pergunta se acredita
help-arg-known-as = Nome ou endereço por que os escritórios chegam a ele, para o link
help-arg-operator = Quem o mantém e como falar com essa pessoa, para a página dele
help-arg-never = Redes a que nunca se fazem percursos, separadas por vírgula
help-arg-allow-private = Fazer percursos também a endereços privados: para um laboratório, nunca na internet
help-arg-lang = Idioma das palavras
help-arg-system = Qual é a central telefônica, pelo nome curto dela
help-arg-pbx = Endereço da central telefônica no escritório
help-arg-find-phone-system = Sim, procurar a central telefônica na rede local
help-arg-using = Quem ou o que está fora, separado por vírgula
help-arg-calls = Ligações no momento de mais movimento
help-arg-ipv6 = Abrir também por IPv6, se o roteador puder: yes ou no (yes quando não vem palavra depois)
help-arg-trusted = Redes que podem usar as entradas, separadas por vírgula
help-arg-symptom = O que está errado; o que combina com isso vem primeiro
help-arg-phones-use = Nome ou endereço de servidor digitado nos telefones de fora
help-arg-stun = Perguntar a este servidor na internet o endereço na rua do lugar onde se está (STUN)
help-arg-provider = O servidor da sua operadora telefônica; pergunta-se uma vez se ele responde
help-arg-test = Testes de segurança a fazer, cada um após o próprio sim: guest-calls, name-leak
help-arg-test-from = Fazer os testes de segurança de outra rua, por este adaptador: um celular ligado por cabo
help-arg-own-address = O seu próprio endereço na rua, se for conhecido. Vale onde nada responde que possa dizê-lo
help-arg-extension = Um ramal real seu, para o teste name-leak; não é guardado em lugar nenhum
help-arg-public-address = Endereço do escritório na rua, se o roteador não disser
help-arg-practice = Usar este escritório de treino em vez do seu
help-arg-router = Olhar só este roteador
help-arg-interface = Usar só este adaptador de rede
help-arg-heard-both-ways = Uma ligação de teste de hoje teve som nos dois sentidos
help-arg-save = Gravar também o relatório inteiro neste arquivo: uma página para ler se o nome termina em .html; senão, JSON
help-arg-inside-save = Escrever também neste arquivo o que ela diz: JSON se o nome terminar em .json; senão, texto
help-arg-masked = Ocultar os dados privados
help-arg-json = Mostrar um só documento JSON
help-arg-walk-result = O código que o colega devolveu
help-arg-yes = Sim ao que é mostrado, sem perguntar
help-arg-repair = Tirar e colocar de novo o que este programa abriu e por onde ninguém passa
help-arg-dry-run = Só mostrar, não abrir nada
help-arg-list = Só listar o que pode ser desfeito
help-arg-all = Desfazer tudo
help-arg-id = Desfazer esta
help-arg-profile-file = Um arquivo a verificar
help-arg-keep = Guardar o arquivo, para que --system a conheça
help-arg-new = Fazer uma central telefônica própria com este nome
help-arg-from = A central do programa com que ela se parece
help-arg-bell = O número da porta dela para ligações
help-arg-voices = O primeiro e o último número das portas dela para as vozes
help-arg-router-guide = Mostrar o guia desta família de roteadores
help-arg-code = O código, como foi recebido
help-arg-scenario = Qual escritório de treino
help-arg-file = Um relatório salvo

terminal-hint = dica: { $hint }
terminal-safety = Fazer um de dois testes a mais, só se quiser
terminal-ask-provider = Testar se o servidor da operadora telefônica responde
terminal-ask-stun = Perguntar a um servidor na internet o seu endereço na rua
terminal-type-server = Digite o nome do servidor, ou nada para voltar:
terminal-type-extension = Digite o número de qualquer telefone do escritório, ou nada para voltar:
terminal-helper-runs = O ajudante está pronto. O certificado e as chaves dele estão em { $folder }. Pressione Ctrl-C para pará-lo.
terminal-helper-private = Este ajudante também faz percursos a endereços privados. Não o mantenha assim na internet.
terminal-helper-stopped = O ajudante parou.
helper-page-title = Um ajudante para pequenos escritórios
helper-page-what = Este servidor ajuda donos de pequenos escritórios a saber se é possível chegar aos telefones deles de fora. Ele bate nas entradas de uma central telefônica e diz o que respondeu.
helper-page-asks = Ele só bate no endereço que pede, por uma conexão criptografada e com uma chave. Ninguém pode mandá-lo a outro endereço.
helper-page-sends = Ele faz a menor pergunta de cada serviço, no máximo duas vezes, e fica dentro de limites estreitos. Não tenta senhas e não guarda lista de endereços.
helper-page-operator = Quem o mantém: { $operator }
helper-page-nobody = Quem o mantém não deixou nome aqui.
helper-page-alone = Para ser deixado em paz, peça a quem o mantém que coloque o seu endereço na lista de endereços em que nunca se bate. Se nada lhe foi pedido a partir do seu endereço, ele nunca bateu nele.
terminal-watch-runs = De vigia. Uma linha aparece quando algo muda. Pressione Ctrl-C para parar.
terminal-watch-stopped = Parado. O que foi aberto fica aberto até o prazo acabar. “entrance undo” desfaz.
terminal-watch-no-phone-system = Nenhuma central telefônica é conhecida ainda, por isso só o roteador é vigiado. Indique-a com --pbx, ou permita --find-phone-system.
terminal-history-check = { $verdict } · { $proved } de { $total } comprovadas de fora · endereço na rua { $street }
terminal-history-empty = Nada foi verificado ainda.
history-ready = Pronto
history-action-needed = Algo a fazer
history-could-not-check = Não foi possível verificar
terminal-yes = sim
terminal-yes-no = [sim/não]
terminal-yes-letter = s
terminal-unknown = não se sabe
terminal-dont-know = Não sei
terminal-candidate = Responde em { $address }: { $server }
terminal-router = Roteador em { $address }: { $router }
terminal-router-nameless = não diz o nome
terminal-type-street = Digitar seu endereço na rua
terminal-type-street-now = Digite seu endereço na rua, ou pressione Enter para voltar:
terminal-phone-system = Central telefônica em { $address }: { $server }
terminal-saved = Salvo em { $file }.
terminal-over-ipv6-too = Mostrar o plano também com aberturas por IPv6
terminal-nothing-to-open = Não há nada que o roteador possa abrir.
terminal-nothing-changed = Nada foi mudado.
terminal-nothing-sent = Nada foi enviado.
terminal-ask-open = Abrir estas entradas agora?
terminal-ask-undo = Desfazer estas agora?
terminal-ask-walk = Bater ali agora?
terminal-journal-line = { $id }  { $service }  { $protocol } { $port } para { $client } em { $router }, feita { $at }
terminal-hand-over = Envie este código ao seu colega. Lá se executa: entrance walk CODE
    Onde o programa está instalado, este link o abre: { $link }
terminal-hand-back = Devolva este código ao escritório.
terminal-walk-what = Isto bate em { $count } entradas em { $address }, uma vez em cada. Nada mais é enviado.
terminal-witness-what = Isto ocupa neste computador todas as portas livres para as vozes de { $ports } por { $minutes } minutos e responde a um visitante que tenha este código, e a mais ninguém. Ligações novas ficam sem som enquanto isso. Nas ligações em curso não se mexe.
terminal-ask-witness = Ficar aqui agora?
terminal-witness-not-found = Visitantes com este código batem primeiro em { $asked }. Nenhuma destas está em { $ports }, por isso eles não encontrarão a testemunha.
terminal-witness-holds = Atrás de { $count } de { $whole } portas para as vozes. Pressione Ctrl-C para terminar.
terminal-witness-in-use = Não se mexeu nelas, porque a central telefônica ou outra coisa as usa: { $count } ({ $ports })
terminal-witness-beyond = Ficaram de fora, porque este computador não dá mais arquivos abertos: { $count } ({ $ports }). Aumente o limite de arquivos abertos, ou verifique estas em uma segunda vez.
terminal-witness-asked-by = Um visitante bate, de
terminal-witness-tally = Batidas respondidas: { $answered }. Sem resposta, porque não eram deste código ou vieram duas vezes: { $dropped }.
terminal-witness-from = De { $source }: { $count }
terminal-witness-nobody = Ninguém com este código bateu. Se alguém fez o percurso, as vozes são barradas no caminho até aqui.
terminal-practice-runs = O escritório de treino { $scenario } está aberto. Pressione Ctrl-C para fechá-lo.
terminal-answers = A central telefônica dele é { $system } em { $pbx }.
terminal-not-a-choice = { $word } não é uma das opções.
terminal-check-mine = Verificar o meu escritório
terminal-practise = Experimentar em um escritório de treino, onde nada pode quebrar
terminal-how-to-answer = Pressione Enter para manter o que está entre colchetes. Digite ? para saber como descobrir, ou - para “Não sei”. De uma lista, digite os números com vírgula entre eles.
terminal-whole-report = Mostrar o relatório inteiro
terminal-stay-shut = Fica trancado: { $services }.
terminal-must-get-out = Precisa sair, e não precisa de entrada: { $services }.
terminal-help-colleague = Ajudar um colega a verificar o dele
terminal-quit = Sair do programa
terminal-next = Avançar
terminal-back = Voltar
terminal-skip = Agora não
terminal-other-address = Está em outro endereço
terminal-type-address = Digitar o endereço
terminal-look-round = Sim, procurar na minha rede
terminal-step-outside = Sair à rua com este computador
terminal-adapters-again = O celular já está ligado: olhar de novo
terminal-ask-colleague = Pedir a um colega: fazer um código para ele
terminal-ask-helper = Pedir a um ajudante que fica sempre fora: tenho o link dele
terminal-paste-helper = Cole o link do ajudante:
terminal-paste-helper-or-last = Cole o link do ajudante, ou pressione Enter para usar o da última vez:
terminal-give-result = Tenho a resposta do colega
terminal-paste-result = Cole o código que voltou, ou pressione Enter para voltar:
terminal-paste-code = Cole o código do escritório, ou pressione Enter para voltar:
terminal-whole-computer = Este computador está agora em outra rua
terminal-practice-knock = Em um escritório de treino, a saída à rua é encenada pelo programa.
terminal-profile-sound = { $name } pode ser lido sem erros
terminal-profile-kept = Guardada. Use-a com --system { $id }
terminal-by-hand = Mostrar como fazer à mão
terminal-open-now = Abrir agora
terminal-there = O seu roteador só abre para o aparelho que pede. Execute isto na própria central telefônica:
terminal-repair = Tirar as entradas em silêncio e colocá-las de novo
terminal-ask-repair = Enquanto uma entrada está tirada, as ligações caem. Ninguém está ao telefone: fazer agora?
terminal-repair-yes = Ninguém está ao telefone: fazer agora
terminal-undo-all = Desfazer tudo o que este programa abriu
terminal-knock-now = Bater de fora agora
terminal-recheck = Verificar de novo
terminal-knock-again = Bater de fora de novo
terminal-plan-again = Mostrar o plano de novo
terminal-new-check = Recomeçar com as perguntas
terminal-tick = Marcar o que já foi feito para continuar seguro
terminal-heard = Uma ligação de teste de hoje teve som nos dois sentidos
terminal-agree = Sim, bater ali
change-opened = aberta
change-already-there = já existia
change-refused = o roteador disse não
change-failed = sem resposta correta
change-undone = desfeita
change-renewed = tem mais tempo agora
change-repaired = tirada e colocada de novo

problem-folder-unusable = A pasta para os arquivos deste programa não pode ser usada: { $why }
    .action = Libere espaço no disco. Ou escolha uma pasta em que se possa gravar: com SEPARATE_ENTRANCE_DIR, ou com --state para um ajudante.
problem-practice-not-opened = Não foi possível abrir o escritório de treino: { $why }
    .action = Feche outros programas que usam a rede e tente de novo.
problem-report-not-handed-out = Não foi possível salvar o relatório: { $why }
    .action = Libere espaço no disco e salve de novo. Ou copie o relatório em vez disso.
problem-report-not-kept = Não foi possível guardar esta verificação para a próxima vez: { $why }
    .action = Libere espaço no disco e verifique de novo.
problem-phones-use-unknown = Ninguém conhece o nome { $name }.
    .action = Leia o nome do servidor em um telefone de fora, letra por letra, e digite de novo.
problem-street-name-unknown = O nome { $name } não leva a nenhum endereço na rua.
    .action = Confira o nome ou digite o próprio endereço.
problem-name-servers-silent = Ninguém nesta rede conseguiu descobrir aonde leva o nome { $name }
    .action = Confira se este computador chega à internet e verifique de novo.
problem-safety-no-walk = Nenhuma campainha respondeu de fora ainda
    .action = Verifique de novo, peça a alguém para bater e depois faça o teste da rua.
problem-unknown-test = { $word } não é um dos testes de segurança: { $known }
    .action = Use uma destas palavras.
problem-not-an-extension = { $word } não pode ser um ramal.
    .action = Digite-o como está no telefone, por exemplo 201.
problem-needs-extension = O teste name-leak compara um nome inventado com um real, e nenhum real foi dado.
    .action = Acrescente --extension com o número de qualquer telefone do escritório.
problem-safety-needs-yes = Não há ninguém aqui para dizer sim, por isso nenhum teste de segurança foi feito.
    .action = Acrescente --yes, ou execute em um terminal.
problem-safety-no-sip = A central telefônica ainda não respondeu, por isso não há nada para testar.
    .action = Verifique de novo e depois faça o teste.
problem-safety-not-made = Não foi possível fazer o teste: { $why }
    .action = Verifique de novo e depois faça o teste.
problem-not-a-server = { $word } não é o nome de um servidor.
    .action = Escreva como phones.example.com ou 203.0.113.5.
problem-stun-name-unknown = Ninguém conhece o servidor { $server }, por isso não se perguntou a ninguém o seu endereço na rua.
    .action = Confira o nome dele e tente de novo.
problem-stun-silent = O servidor { $server } não disse qual é o seu endereço na rua.
    .action = Tente outro servidor, ou abra uma página web que mostra o seu endereço e digite-o.
problem-stun-not-outside = O servidor { $server } vê este computador em { $address }, que não é um endereço na rua.
    .action = Escolha um servidor que esteja fora do seu edifício e fora da rede da própria operadora de internet.
problem-router-other = O roteador em { $address } não é o que foi mudado.
    .action = Volte à rede daquele escritório e tente de novo.
problem-invitation-not-kept = Não foi possível guardar o convite, por isso a resposta a ele não poderia ser comprovada: { $why }
    .action = Libere espaço no disco e peça um código novo.
problem-engine-not-started = O programa não conseguiu começar: { $why }
    .action = Reinicie este computador e tente de novo.
problem-not-a-network = { $word } não é um endereço de rede.
    .action = Escreva como 198.51.100.7 ou 198.51.100.0/24.
problem-unknown-symptom = { $word } não é um dos problemas que este programa conhece: { $known }
    .action = Use uma destas palavras.
problem-not-a-street-address = { $word } não pode ser o seu endereço na rua: ninguém de fora consegue chegar a ele.
    .action = Pergunte à sua operadora de internet o seu endereço público, ou deixe isso de fora.
problem-not-saved = Não foi possível gravar { $file }: { $why }
    .action = Escolha outro lugar com --save.
problem-not-printed = Não foi possível gravar a saída: { $why }
    .action = Escolha outro lugar e execute o comando de novo.
problem-unknown-entry = Não há entrada aberta com o número { $word }.
    .action = Execute entrance undo --list para ver os números.
problem-unknown-router-guide = Não há guia chamado { $word }. Existem: { $known }
    .action = Use um destes nomes, ou deixe isso de fora.
problem-needs-yes = Não há ninguém aqui para dizer sim, por isso nada foi mudado e nada foi enviado.
    .action = Acrescente --yes, ou execute em um terminal.
problem-not-a-number = { $word } não é um número de ligações
    .action = Digite um número como 4, ou pressione Enter se não souber.

## The window's own words: buttons, hints, the picture

window-title = Separate Entrance
window-back = Voltar
window-next = Avançar
window-cancel = Cancelar
window-finish = Concluir
window-unknown = não se sabe
window-dont-know = Não sei
window-copied = Copiado
window-working = Preparando
window-progress = { $done } de { $total }: { $doing }
window-bullet = – { $what }
window-ports = { $label }, { $protocol } { $ports }
window-not-confirmed = Não confirmado pelo fabricante
window-set-aside = { $why ->
    [newer-program] Uma versão mais nova deste programa escreveu { $file }. O arquivo fica como está para ela, e esta versão mantém o seu ao lado.
   *[other] Esta versão não consegue ler o arquivo { $file }. Ele fica guardado como { $kept_as }, e o programa começou do zero.
    }
settled-opening-made = A abertura de { $service } tinha sido interrompida. O roteador tem esta entrada, e você pode retirá-la como qualquer outra.
settled-opening-not-made = A abertura de { $service } tinha sido interrompida. O roteador não tem esta entrada.
settled-opening-untold = A abertura de { $service } tinha sido interrompida, e este roteador não diz se abriu. Abra de novo, ou retire.
settled-repairing-made = A renovação de { $service } tinha sido interrompida. A entrada está lá de novo.
settled-repairing-not-made = A renovação de { $service } tinha sido interrompida. A entrada não está mais lá, então abra de novo.
settled-undoing-still-there = A retirada de { $service } tinha sido interrompida. A entrada ainda está lá, então retire de novo.
settled-undoing-undone = A retirada de { $service } tinha sido interrompida. Agora ela está retirada.

no-display = Não há tela em que abrir uma janela, por isso tudo continua aqui como texto. { $why }
no-display-box =
    Este computador não consegue desenhar a janela. { $why }

    Abra um terminal e digite “entrance”: os mesmos passos estão lá como texto. Ou use outro computador do escritório.

window-step-questions = Conte um pouco
window-step-router = O seu edifício
window-step-phones = A sua central
window-step-knock = Bater de fora
window-step-offer = O plano
window-step-by-hand = Fazer durar
window-step-results = Resultados
window-checking = Verificando de novo
    .title = Verificando de novo
    .lead = Pergunta-se mais uma vez ao seu roteador e à sua central telefônica. Nada é mudado.
window-rail-promise = Nada muda sem o seu sim.
window-rail-past = { $step }, feito
window-rail-here = { $step }, o passo atual
window-rail-ahead = { $step }, ainda por vir

window-practice = Escritório de treino
window-practice-safe = Ele vive dentro deste programa. Na sua própria rede não se mexe.
window-practice-leave = Sair do treino
window-practice-knock = Em um escritório de treino, a saída à rua é encenada pelo programa.

window-check-mine = Verificar o meu escritório
    .title = Os meus telefones de fora não funcionam, ou quero ter certeza de que funcionam
    .lead = Umas poucas perguntas, uma olhada no seu roteador e na sua central telefônica, e uma batida de fora. Leva uns cinco minutos.
window-help-colleague = Ajudar um colega
    .title = Um colega me enviou um código
    .lead = Bata no escritório dele a partir de onde está, e devolva o que viu.
window-practise = Escolher um escritório de treino…
    .title = Quero experimentar antes
    .lead = Um pequeno escritório inteiro dentro deste programa. Nada nele pode quebrar.
window-practise-hide = Ocultar os escritórios de treino

window-questions-more = Bom saber, fácil de pular
    .lead = Escolha “Não sei” ou deixe um campo vazio. O programa então descobre, ou diz o que não conseguiu saber.
window-questions-unsound = Uma resposta ainda não pode ser lida
window-how-to-find = Como descubro?
window-using-empty = Nada marcado: contamos com telefones fora do escritório.
window-phones-use-hint = por exemplo phones.example.com
window-calls-hint = por exemplo 4
window-trusted-hint = por exemplo 198.51.100.7, 198.51.100.0/24
window-pbx-hint = por exemplo 192.168.1.20
window-wrong-number = Escreva um número, por exemplo 4.
window-wrong-network = { $word } não é um endereço. Escreva como 198.51.100.7 ou 198.51.100.0/24.
window-wrong-address = Isto não é um endereço. Escreva quatro números com pontos, por exemplo 192.168.1.20.
window-wrong-street = Isto não pode ser um endereço na rua: ninguém de fora consegue chegar a ele. Pergunte à sua operadora de internet o seu endereço público.

window-router-nameless = Um roteador que não diz o nome
window-router-default = Dá para a internet
window-router-at = Encontrado em { $address } no seu escritório
window-router-street = Endereço na rua:
window-street-said = { $street }, { $from }
window-router-takes = Abre entradas a pedido:
window-control-upnp = sim
window-control-asker-only = só para o aparelho que pede
window-control-none = não, só à mão
window-no-router = Nenhum roteador respondeu. Mesmo assim tudo pode ser preparado à mão, e a batida de fora também funciona.

window-candidates = Responderam na sua rede
window-candidate-likely = Parece uma central telefônica
window-candidate-silent = Não disse o que é
window-candidate-use = Usar { $address }
window-nobody-found = Ninguém respondeu. Digite o endereço em vez disso: em qualquer telefone de mesa, abra Menu, depois Estado (Status), e leia o que está no servidor.
window-look-round-again = Procurar de novo
window-look-round = Procurar na minha rede
    .title = Deixe o programa encontrá-la
    .lead = Ele pergunta uma vez a cada endereço da rede do escritório: é uma central telefônica? Nada sai do escritório.
window-type-address = Digitar o endereço
    .title = Ou digite o endereço dela
    .lead = Em qualquer telefone de mesa: Menu, depois Estado (Status). O endereço está ao lado do servidor.
window-use-address = Usar este endereço
window-other-address = Está em outro endereço
window-phones-unknown = Continuar: não sei
window-phone-system-at = Encontrada em { $address } no seu escritório
window-phone-system-says = Ela se apresenta como { $server }
window-phone-system-mac = Endereço de hardware { $mac }
window-inside = Perguntado de dentro do escritório
window-voice-inside = só responde durante uma ligação

window-knock-at = A batida vai para { $address }, o seu endereço na rua.
window-knock-skip = Agora não
window-step-outside = Bater agora
    .title = Sair à rua com este computador
    .lead = Compartilhe a internet de um celular. O cabo do escritório fica ligado.
window-outside-first = 1. Desligue o Wi-Fi do celular, para que ele use a rede móvel.
window-outside-second = 2. Ligue-o a este computador por USB e compartilhe a internet dele.
window-outside-third = 3. Escolha-o aqui e bata.
window-adapter = Sair por
window-adapter-whole = O que este computador usa agora
window-adapter-line = { $name } ({ $address })
window-adapter-over-ipv6 = { $name } (só IPv6)
window-adapter-again = Olhar de novo: já está ligado
window-adapter-only-one = Por enquanto só se conhece uma saída. Ligue o celular e aperte o botão. Ou entre no ponto de acesso dele e tire o cabo do escritório.
window-ask-colleague = Fazer um código
    .title = Pedir a um colega que esteja em casa
    .lead = Ele abre este programa, cola o seu código e aperta um botão. Depois devolve um código curto.
window-helper = Mandar o ajudante bater
    .title = Um ajudante que fica sempre fora
    .lead = A empresa da central telefônica ou o técnico podem ter um. Cole o link recebido. Ele só bate no endereço que pede.
window-helper-hint = https://…
window-hand-over = Entregar o código
    .title = Envie este código ao seu colega
    .lead = Por e-mail, por chat ou lido em voz alta. Ele só indica o seu endereço na rua e as entradas em que bater.
window-copy-code = Copiar o código
window-copy-link = Copiar como link
window-expires = Vale até { $until }
window-qr = O mesmo código para uma câmera
window-give-result = Ler a resposta
    .title = O código que voltou
    .lead = Cole aqui.
window-code-hint = Cole o código inteiro
window-street = Endereço na rua
    .title = Qual é o seu endereço na rua?
    .lead = Até agora ninguém soube dizer. A sua operadora de internet sabe, ou qualquer telefone de fora que funcione. Sem ele não há onde bater.
window-street-hint = por exemplo 203.0.113.7
window-street-typed = Este endereço foi digitado. Se um número estiver errado, a batida vai para a casa de estranhos.
window-street-other = Usar outro endereço
window-street-clear = Tirar este endereço
window-stun = Um servidor que diz a quem pergunta o endereço
    .lead = Ou indique um servidor na internet que diz o endereço a quem pergunta. Só se pergunta a este, uma vez, e só depois do seu sim.
window-stun-hint = por exemplo stun.example.com
window-stun-ask = Sim, perguntar a { $server }
window-wrong-server = Isto não é nome de servidor nem endereço.
window-provider = O servidor da sua operadora telefônica
    .lead = O caminho até a operadora telefônica está livre? Digite o nome do servidor que está na central telefônica, e pergunta-se uma vez se ele responde.
window-provider-hint = por exemplo phones.example.com
window-provider-try = Testar a operadora telefônica
window-copy-ways-out = Copiar esta tabela
window-safety = Mais dois testes, só se quiser
    .lead = Eles testam o que um desconhecido na rua poderia tentar. Nada toca e nada é mudado.
    .street = De dentro, a central telefônica talvez reconheça as pessoas da casa. Para tentar como um desconhecido, compartilhe por cabo a internet de um celular e escolha o celular aqui. Só se tenta uma entrada que respondeu a uma batida de fora.
window-safety-guest-calls = Fazer a ligação do desconhecido
window-safety-name-leak = Comparar os dois nomes
window-safety-extension = Número de qualquer telefone do escritório
window-safety-extension-hint = por exemplo 201
window-safety-your-extension = o número abaixo
window-safety-wrong-extension = Isto não pode ser o número de um telefone.
window-safety-from = Feito a partir de
window-safety-from-inside = aqui, dentro do escritório
window-safety-made = { $from ->
        [outside] Da rua
       *[inside] De dentro do escritório
    }, { $at }

window-offer-everyone = Sem lista de convidados, estas entradas ficam abertas a todos na internet até o roteador fechá-las. Para experimentar, está bem. Para fazer durar, indique os convidados.
window-offer-guests = A sua lista de convidados não vai junto: abertas assim, as portas deixam todos baterem. Para os estranhos ficarem de fora, faça as regras à mão com a lista, ou coloque a lista na central telefônica.
window-offer-over-ipv6 = O tipo de endereço mais novo
    .lead = O seu edifício tem um segundo tipo de endereço, mais novo (IPv6), e o seu roteador pode deixar os telefones entrarem também por ele. Isso acaba sozinho depois de um dia, se este programa não continuar de vigia. Só é necessário se um telefone de fora não puder usar o tipo antigo.
window-offer-over-ipv6-wanted = Deixar os telefones entrarem também por ali
window-offer-nothing = Não há nada que o roteador possa abrir. O que falta é feito à mão.
window-offer-open-one = Uma entrada a abrir
window-offer-open-many = { $count } entradas a abrir
window-offer-by-hand-one = Uma entrada a fazer à mão
window-offer-by-hand-many = { $count } entradas a fazer à mão
window-offer-there-one = Uma entrada já existe
window-offer-there-many = { $count } entradas já existem
window-offer-locked-one = Um armário fica trancado
window-offer-locked-many = { $count } armários ficam trancados
window-offer-out-one = Uma saída que deve ficar livre
window-offer-out-many = { $count } saídas que devem ficar livres
window-approve-one = Abrir esta entrada
window-approve-many = Abrir estas { $count } entradas
window-i-make-them = Fazer à mão
window-show-by-hand = Mostrar como

window-opening-safe = Cada entrada é anotada antes de ser aberta e lida de novo depois. Cancelar não deixa nada pela metade.
window-change-label = { $protocol } { $ports } para { $client }
window-change-waiting = à espera
window-change-minutes = Fica aberta por { $count ->
        [0] menos de um minuto
        [one] { $count } minuto
       *[other] { $count } minutos
    }, e depois tranca sozinha.
window-change-hours = Fica aberta por { $count } horas, e depois tranca sozinha.
window-change-days = Fica aberta por { $count } dias, e depois tranca sozinha.
window-repair = Tirar e colocar de novo…
window-repair-ask = Enquanto a entrada está tirada, as ligações caem. Há alguém ao telefone? Só se mexe no que este programa fez, e é colocado de volta, aconteça o que acontecer.
window-repair-now = Fazer agora: ninguém está ao telefone
window-repair-later = Agora não
window-there = Na própria central telefônica
    .lead = O seu roteador só abre para o aparelho que pede. De lá, este programa pode pedir. Copie o programa pequeno para a central telefônica e execute isto:
window-copy-command = Copiar o comando
window-change-stays = Fica aberta até ser desfeita.
window-change-code = O motivo do roteador: { $code }
window-make-it-last = Fazer durar
window-undo-all-one = Desfazer
window-undo-all-many = Desfazer tudo
window-undo-one = Desfazer { $name }
window-undo = Abertas por este programa
    .lead = O roteador pode voltar a ficar como estava.

window-guide-add-rule = Adicione uma regra para cada linha da tabela acima. Copie tudo exatamente como está. Salve no final.
window-rules = As regras a fazer
window-no-rules = Não há regra a fazer.
window-check-other = Verificar a outra
window-own-system = A minha central telefônica tem outros números
    .lead = Escolha acima a que mais se parece com ela. Depois diga o que é diferente, e guarde-a com um nome próprio.
window-own-name = Um nome para ela
window-own-bell = Número da porta para ligações, se for outro
window-own-voices = Primeiro e último número das portas para as vozes, se forem outros
window-own-keep = Guardar e escolher
window-copy-rules = Copiar a tabela
window-copy-commands = Copiar: { $what }
window-rules-everyone = Estas regras deixam todos entrarem. Se o seu roteador puder limitar a origem, coloque ali os endereços dos seus convidados.
window-knock-now = Bater de fora

window-recheck = Verificar de novo
window-knock-again = Bater de fora
window-plan-again = Mostrar o plano
window-results-by-hand = Mostrar como
window-start-over = Perguntar de novo
window-findings = O que fazer
window-no-findings = Nada a fazer
window-notes = Bom saber
window-do-this = Faça isto
window-explains = Isto explica também:
window-technician = Para o técnico
window-heard-both-ways = Confirmar: uma ligação de teste de hoje teve som nos dois sentidos
window-entrances = Entradas
window-no-entrances = Pelas suas respostas, nenhuma entrada é necessária.
window-entrance-seen = Por dentro: { $inside }. Roteador: { $router }. Por fora: { $outside }.
window-doorman = O porteiro
    .lead = Enviamos cartas por ele e comparamos cada linha com o que chegou lá fora.
    .none = Todas as cartas chegaram como foram enviadas. Nenhum porteiro as abre.
window-letter-untouched = chegou como foi enviada
window-letter-rewritten = chegou com outras linhas
window-letter-lost = nunca chegou
window-letter-answer-lost = chegou, e a resposta se perdeu
window-letter-not-sent = não pôde ser enviada
window-letter-back = No caminho de volta:
window-letter-sent = { $line }: foi enviado
window-letter-arrived = { $line }: chegou como
window-letter-absent = (nada)
window-streets = Visto de cada rua
window-street-saw = { $from }: { $said } ({ $at })
window-walked-colleague = Um colega bateu de { $from }, { $at }
window-walked-step-outside = Este computador bateu de { $from }, { $at }
window-walked-helper = Um ajudante bateu de { $from }, { $at }
window-walked-colleague-somewhere = Um colega bateu, { $at }
window-walked-step-outside-somewhere = Este computador bateu, { $at }
window-walked-helper-somewhere = Um ajudante bateu, { $at }
window-not-walked = Ninguém bateu de fora ainda.
window-cabinets = Fica trancado
window-cabinets-open-one = Um armário está aberto para a rua
window-cabinets-open-many = { $count } armários estão abertos para a rua
window-cabinets-shut-one = O único armário foi testado de fora e está trancado
window-cabinets-shut-many = Os { $count } armários foram testados de fora e estão trancados
window-cabinets-some = { $shut } de { $total } armários foram testados de fora e estão trancados
window-cabinets-unseen-one = Um armário, ainda não testado de fora
window-cabinets-unseen-many = { $count } armários, ainda não testados de fora
window-cabinets-list = Todos os armários
window-since = Desde { $at }
window-happened = Enquanto esta janela estava aberta
    .action = Verifique de novo para ver o quadro inteiro.
window-other-owner = Outra cópia deste programa vigia este escritório (processo { $pid }, desde { $since })
window-history = Verificações anteriores
window-history-list = Todas as verificações e o que aconteceu entre elas
window-history-check = { $verdict }, { $proved } de { $total } comprovadas de fora
window-history-more = Para ver as mais antigas, digite “entrance history” em um terminal
window-since-same = Nada mudou
window-since-still = Ainda não está como deveria: { $service }
window-advice = Para continuar seguro
window-ticked = Feito em { $date }
window-support = Copiar uma mensagem para o suporte
    .title = Três tentativas bastam
    .lead = Envie isto ao suporte da sua central telefônica. Diz o que foi tentado e o que resultou, com os dados privados ocultos.

window-drawer = Para o técnico: todos os detalhes
    .lead = Exato e completo. O que se copia aqui tem os dados privados ocultos.
window-copy-masked = Copiar o relatório
window-save = Salvar com nossos endereços e nomes
    .name = Relatório do Separate Entrance { $at }
window-save-masked = Salvar o relatório
    .name = Relatório do Separate Entrance { $at } oculto
window-saved = Salvo como { $path }, e ao lado dele o mesmo como dados (.json) para um técnico.
window-evidence-table = Perguntas e respostas
window-no-evidence = Nada foi perguntado ainda.
window-mapping-table = A lista do roteador
window-no-mappings = O roteador não tem entradas na lista, ou não se perguntou a ele.
window-mapping-ours = (feita por este programa)
window-mapping = { $protocol } { $outside } para { $client }:{ $inside }, prazo { $lease } s, “{ $description }” { $ours }
window-evidence = { $vantage } { $service } { $protocol } { $target }: { $outcome }, { $elapsed } ms { $seen }
window-to-compare = para comparar
window-vantage-inside = por dentro
window-vantage-router = roteador
window-vantage-outside = por fora
window-column-at = hora
window-column-from = de
window-column-service = serviço
window-column-protocol = protocolo
window-column-target = destino
window-column-outcome = resultado
window-column-elapsed = ms
window-column-seen = visto
window-drawer-router = roteador { $address }, WAN { $wan }, próximo salto { $hop }, abre a pedido: { $control }
window-drawer-adapter = adaptador { $name } { $address }/{ $prefix }
window-drawer-program = { $name } { $version }, começou { $at }, levou { $took } ms

window-paste-code = Colar o código
    .title = O código do seu colega
    .lead = Cole aqui. Nada é enviado antes de se ver o que ele pede.
window-read-code = Ler o código
window-asked = O que se pede
    .title = Bater em { $address }
    .lead = Central telefônica: { $system }. O código vale até { $until }.
window-asked-doors-one = Uma entrada, e os armários que devem estar trancados:
window-asked-doors-many = { $count } entradas, e os armários que devem estar trancados:
window-agree-promise = Cada uma recebe uma só pergunta, com educação, deste computador. Nenhuma senha é tentada e nada é mudado.
window-agree = Sim, bater ali
window-own-street = O seu próprio endereço na rua
    .lead = Só se for conhecido: uma página web que mostra o próprio endereço diz qual é. Onde ninguém responde, ele diz ao escritório quem deve poder entrar.
window-hand-back = Devolver
    .title = Pronto. Devolva este código
    .lead = Ele diz o que respondeu. Só o escritório que fez o convite pode lê-lo como resposta.

window-plate-calls = Ligações
window-plate-voices = Vozes
window-plate-fax = Fax
window-plate-other-office = Outro escritório
window-plate-hud = HUD
window-plate-chat = Chat
window-plate-pages = Páginas
window-plate-data = Dados
window-plate-cabinet = Armário

window-picture-your-address = o seu endereço
window-picture-no-address = desconhecido
window-picture-own-door = a sua porta
window-picture-phone-system = a sua central
window-picture-phone-system-at = central { $address }
window-picture-doorman = o porteiro abre as cartas
window-picture-locked = trancado
window-picture-open-cabinet = está aberto!
window-picture-cabinets = armários
window-picture-building = segundo edifício
window-picture-tower = torre comum
window-picture-not-walked = ninguém bateu ainda
window-picture-walked = bateu { $at }
window-picture-promise-walker = toc, toc
window-picture-said = O seu edifício em { $address }
window-picture-said-nowhere = O seu edifício. Ninguém viu ainda o endereço dele na rua
window-picture-door = { $plate }: { $verdict }
window-picture-promise = Uma rua com o seu edifício. Ao lado da sua própria porta há entradas independentes para ligações, vozes e HUD, cada uma com a sua lâmpada, e todas levam à central telefônica. Os armários ao lado ficam trancados. Alguém bate de fora
