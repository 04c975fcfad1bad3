# Um olhar dentro da central telefônica: a página, o que ela diz de si mesma, o terminal.

doing-inside = Perguntando à central telefônica sobre ela mesma

step-inside = Olhar dentro
    .title = Olhar dentro da central telefônica
    .lead = Até aqui olhamos a rua e o prédio. Agora olhamos a mesa lá dentro: o que a própria central telefônica tem anotado. Só se lê, e nada é mudado.

window-look-inside = Olhar dentro da central telefônica
    .why = Uma batida mostra portas e paredes. O que a central telefônica diz a quem liga está nas opções dela mesma. Um endereço errado ali faz ligações sem som.
    .wanted = Trata-se do som ou do toque. Talvez a própria central telefônica saiba por quê.
window-inside-here = Perguntar agora
    .title = A central telefônica está neste computador
    .lead = Por isso este programa pode olhar sozinho. O que não pode ler, ele diz.
window-inside-practice = Em um escritório de treino, a central telefônica dele responde na hora.
window-inside-copy = Copiar o bloco
    .title = 1. Copiar o bloco
    .lead = É um pequeno programa em texto. Ele só lê. Deixa as senhas de fora na própria central, antes de escrever uma palavra.
window-inside-show = Mostrar o bloco
window-inside-open =
    .title = 2. Colar em um terminal da central telefônica
    .lead = Depois, pressione Enter. A resposta vem em menos de um minuto. Ela termina com uma linha de sinais ===.
window-inside-ssh = Em um Mac, no Linux ou a partir do Windows 10: abra um terminal e digite isto. Depois, dê a senha da central telefônica.
window-inside-putty = Em um Windows mais antigo: obtenha o PuTTY, digite { $address } como host, escolha Open e entre. Um clique com o botão direito cola.
window-inside-console = Com tela e teclado no próprio aparelho não dá para colar nada. Leve para lá o programa “entrance” em um pen drive e digite “entrance inside”.
window-inside-paste = Colar a resposta
    .title = 3. Trazer a resposta
    .lead = Copie tudo o que saiu, da primeira linha com === até a última. Cole aqui. Nada disso conta antes de se ver o que diz.
window-inside-field = A resposta
window-inside-hint = === separate-entrance inside …
window-inside-pasted = Há { $lines } linhas aqui, { $size } KB
window-inside-clear = Tirar
window-inside-read = Ler a resposta
window-inside-says = O que ela diz
    .lead = Nada disso conta ainda. Use, e o escritório é julgado de novo com isso.
window-inside-follows = O que sairia disso
window-inside-use = Usar isto
window-inside-used = Conta a partir de agora. O que sai disso está nos resultados.
window-inside-go-on = Continuar
window-live-inside = A central telefônica respondeu. { $heading }

inside-heading = { $system }. Vista em { $at }, pelo relógio dela.
inside-name-street = Endereço dito aos telefones de fora
inside-name-local = As redes dela
inside-name-doors = Portas para as ligações
inside-name-voices = Portas para as vozes
inside-name-phones = Telefones
inside-name-visitor = Telefones de fora
inside-name-bans = Bloqueados
inside-name-strangers = Desconhecidos
inside-name-others = Outros programas
inside-name-unread = Não lido

inside-street-same = Aos telefones de fora ela diz { $address }. É o seu endereço de rua.
inside-street-other = Aos telefones de fora ela diz { $address }. Mas o seu endereço de rua é { $street }.
inside-street-alone = Aos telefones de fora ela diz { $address }. Se é o seu endereço de rua, aqui não se olhou.
inside-street-name = Aos telefones de fora ela diz o nome { $address }.
inside-street-none = Ela não tem anotado nenhum endereço de rua para os telefones de fora.
inside-street-unread = Não foi possível ler que endereço ela diz aos telefones de fora.
inside-local = Ela toma por suas estas redes: { $networks }. Ela está em { $own }.
inside-local-none = Ela não tem anotada nenhuma rede sua. Ela está em { $own }.
inside-doors = As ligações entram por { $doors }.
inside-doors-shut = As ligações entram por { $doors }. Ela também deveria escutar em { $shut }, mas ali ninguém escuta.
inside-doors-unread = Não foi possível ler por onde entram as ligações.
inside-voices = As vozes usam as portas { $doors }.
inside-voices-unread = Não foi possível ler que portas as vozes usam.
inside-phones = Telefones de que se perguntou: { $count }. Registrados de dentro: { $inside }. De fora: { $outside }. Sem registro: { $away }.
inside-phones-unasked = Telefones configurados: { $count }. Não foi possível ler quais estão registrados.
inside-phones-unread = No que foi possível ler não havia telefones.
inside-visitor = { $name } está registrado de { $address }{ $answers ->
        [yes] , e responde quando se pergunta.
        [no] , mas não responde quando se pergunta.
       *[unasked] . Ninguém pergunta se ele ainda está lá.
    }
inside-bans = { $count ->
        [one] Um endereço está bloqueado
       *[other] { $count } endereços estão bloqueados
    }: { $who }.
inside-bans-none = Ninguém está bloqueado agora.
inside-bans-unread = Não foi possível ler quem está bloqueado.
inside-guests-open = Ligações de desconhecidos entram.
inside-guests-shut = Ligações de desconhecidos são recusadas, até onde foi possível ler.
inside-guests-unread = Não foi possível ler se desconhecidos podem ligar.
inside-names-open = Ela diz a desconhecidos que nomes conhece.
inside-names-shut = Ela não diz a desconhecidos que nomes conhece, até onde foi possível ler.
inside-names-unread = Não foi possível ler se ela diz os seus nomes a desconhecidos.
inside-voicemail-open = Quem chega a uma caixa postal pode ligar para fora dali.
inside-voicemail-shut = Ninguém pode ligar para fora de uma caixa postal, até onde foi possível ler.
inside-voicemail-unread = Não foi possível ler se dá para ligar para fora de uma caixa postal.
inside-abroad-open = As ligações para o exterior estão abertas.
inside-abroad-shut = Não se achou nenhum caminho para ligar ao exterior.
inside-abroad-unread = Não foi possível ler se as ligações para o exterior estão abertas.
inside-others = { $count ->
        [one] Ali se chega a mais um programa
       *[other] Ali se chega a mais { $count } programas
    }: { $others }.
inside-unread = { $part ->
        [accounts] As contas dos telefones
        [files] Os arquivos com as opções
        [running] A palavra do sistema em marcha
        [bans] A lista de bloqueados
        [sockets] Quem escuta em que porta
        [database] As opções das páginas web dela
        [dial-plan] O plano de discagem
        [voicemail] As caixas postais
       *[other] { $part }
    }: { $why ->
        [denied] sem permissão para ler. Executado como root, dá para ver.
        [absent] não está lá.
        [elsewhere] uma parte está em um banco de dados ou programa. Isso não é consultado aqui.
        [too-much] longo demais para ler tudo.
       *[failed] não foi possível ler.
    }

problem-paste-cut = Falta uma parte da resposta
    .action = Copie tudo, da primeira linha com === até a última. Depois, cole de novo.
problem-paste-changed = A resposta não está como a central telefônica a escreveu
    .action = Execute o bloco outra vez. Copie o que ele escreve sem mudar um sinal.
problem-paste-not-a-block = Isto não é a resposta do bloco
    .action = Copie a parte que começa e termina com === separate-entrance. Depois, cole.
problem-paste-newer = A resposta vem de um bloco mais novo do que este programa sabe ler
    .action = Copie o bloco deste programa e execute-o. Ou obtenha a versão mais nova.
    .detail = A resposta tem a versão { $version }.
problem-paste-too-long = A resposta é mais longa do que qualquer uma que o bloco escreve
    .action = Copie só a parte entre as duas linhas com ===. São lidos no máximo { $most } KB.
problem-paste-odd-signs = A resposta tem sinais que o bloco nunca escreve
    .action = Execute o bloco outra vez. Copie o que ele escreve sem mudar um sinal.
problem-inside-no-phone-system = Ali não se achou nenhuma central telefônica que este programa conheça
    .action = Execute isto no próprio aparelho da central telefônica. Asterisk e FreeSWITCH são conhecidos, e o que se baseia neles.
problem-inside-elsewhere = Neste tipo de computador o programa não pode olhar sozinho
    .action = Use o bloco. “entrance inside --script” o escreve.
problem-inside-took-too-long = A central telefônica demorou demais para responder, e foi deixada em paz
    .action = Tente de novo em uma hora calma. Ou use o bloco: “entrance inside --script” o escreve.
problem-inside-failed = Não foi possível olhar dentro
    .action = Use o bloco. “entrance inside --script” o escreve.
    .detail = { $why }

help-inside = Na central telefônica: dizer em palavras simples o que ela diz de si mesma. Só lê e não muda nada
help-arg-block = Escrever o bloco que se cola em um terminal da central telefônica
help-arg-paste = Ler o que o bloco escreveu, de um arquivo ou da entrada padrão (-)
help-arg-inside = O que a central telefônica diz de si mesma: um arquivo com o que o bloco escreveu, - para a entrada padrão, ou here para a deste computador

terminal-inside-script = Cole isto em um terminal da central telefônica. Depois, dê o que ele escreve a “entrance inside --paste -”, ou a “entrance check --inside -”.
terminal-inside-follows = O que sai disso:
terminal-inside-nothing = Nada disso pede uma mudança, até onde diz por si só. “entrance check --inside FILE” vê mais.
terminal-inside-how = Entre no aparelho da central telefônica, por exemplo com isto:
    .then = Cole ali o bloco e pressione Enter. Depois, traga o que ele escreveu.
terminal-inside-choose-here = Perguntar agora: ela está neste computador
terminal-inside-choose-show = Mostrar o bloco
terminal-inside-choose-paste = Colar o que ele escreveu
terminal-inside-paste-now = Cole agora. Termina sozinho com a última linha. Se essa linha faltar, digite um ponto sozinho e pressione Enter.
terminal-inside-choose-use = Usar, e julgar de novo o escritório com isso
terminal-inside-choose-other = Usar outra resposta

practice-colleague-banned = Senha errada: um colega tentou vezes demais, e agora a central o deixa do lado de fora
practice-careless-inside = Descuido por dentro: cada entrada está certa, mas a central deixa estranhos fazerem demais
practice-wrong-sender-address = Remetente errado: ligações sem som, porque a central escreve um endereço antigo nas suas cartas
