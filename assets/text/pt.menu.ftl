# O menu da janela e as páginas sobre o próprio programa.

language-name = Português
# Com que uma ação ou um botão pode começar; com pontos antes, com que um botão pode terminar. Só para os testes.
language-verbs =
    abra abrir acrescente ajudar ajuste bata bater cancelar colar cole coloque comece comparar compare compartilhe
    confira confirmar confirme continuar continue copiar copie corrija deixe desfazer desligue digite dê escolha
    escolher escreva espere execute fazer faça fechar feche guardar indique inicie instale leia ler libere ligar
    ligue mandar mostrar mude ocultar olhar olhe pare perguntar pergunte permita peça procurar procure reinicie
    remova repita reserve saia sair salvar siga tente testar tirar tire usar use veja verificar verifique volte

window-menu = Menu
window-menu-save = Salvar o relatório
window-menu-entry = { $name }, { $keys }
window-page-done = Fechar
window-head = { $at } de { $of }: { $step }
window-head-practice = Treino: { $name }

window-settings = Tamanho do texto, tema, idioma
    .lead = Cada escolha vale na hora, e o programa se lembra dela.
window-text-size = Tamanho do texto
    .lead = Tudo cresce com o texto.
window-text-size-percent = { $percent } %
window-text-larger = Texto maior
window-text-smaller = Texto menor
window-text-usual = Texto no tamanho de sempre
window-theme = Tema
    .lead = O alto contraste ajuda olhos que precisam de mais.
window-theme-system = Como o sistema
window-theme-light = Claro
window-theme-dark = Escuro
window-theme-high-contrast = Alto contraste
window-motion = Movimento
    .lead = Só o visitante da imagem se move às vezes.
window-motion-system = Como o sistema
window-motion-little = Um pouco
window-motion-none = Nenhum
window-language = Idioma
    .lead = As palavras mudam na hora. Nada do que foi digitado se perde.
window-language-system = Como o sistema

window-glossary = Palavras explicadas
    .lead = As palavras do técnico, o que cada uma é na nossa imagem da rua e o que ela quer dizer.
window-glossary-picture = Na imagem: { $picture }

window-keyboard = Teclado
    .lead = Tudo pode ser feito sem mouse.
window-key-with-ctrl = Ctrl+{ $key }
window-key-with-command = ⌘{ $key }
window-key-enter = Enter
window-key-enter-does = Apertar o botão grande, ou o que está selecionado
window-key-enter-with-ctrl-does = Apertar o botão grande de qualquer lugar, também onde ele muda o roteador
window-key-esc = Esc
window-key-esc-does = Voltar, ou recolher o que está aberto
window-key-tab = Tab
window-key-back-tab = Shift+Tab
window-key-tab-does = Ir ao próximo botão ou campo, ou ao anterior
window-key-space = Espaço
window-key-space-does = Apertar, marcar ou abrir uma lista
window-key-arrows = Setas
window-key-arrows-does = Andar por listas e menus

window-about = Sobre este programa
    .lead = O Separate Entrance abre as entradas de que a sua central telefônica precisa. Depois comprova de fora quais funcionam.
window-about-version = Versão { $version }
window-about-system = Para { $system }
window-about-copy = Copiar estes dados
window-about-fact = { $name }: { $path }
window-about-files = Onde fica cada coisa
    .lead = Tudo fica neste computador, a não ser o que decidir enviar.
window-lies-settings = Configurações e respostas
window-lies-journal = Diário do que foi pedido a um roteador
window-lies-history = Verificações anteriores
window-lies-reports = Relatórios salvos
window-about-licence = Licenças
    .own = Este programa é livre: pode ser usado, copiado, mudado e compartilhado sob a licença MIT ou a licença Apache 2.0, como preferir.
    .fonts = As fontes são Inter e Noto Emoji (SIL Open Font License 1.1), Hack (MIT e Bitstream Vera), Ubuntu (Ubuntu Font Licence 1.0) e emoji-icon-font (MIT).
window-about-fonts = A licença das fontes
window-about-licence-libraries = Ele é feito com { $count } bibliotecas de outros autores, cada uma sob a própria licença.
window-about-libraries = As bibliotecas e suas licenças

window-gallery = Galeria de peças
    .lead = Cada peça da janela na aparência atual. Os nomes são os do código.
window-gallery-type = Letra
window-gallery-colours = Cores
window-gallery-space = Espaços
window-gallery-lamps = Lâmpadas
window-gallery-buttons = Botões
window-gallery-cards = Cartões
window-gallery-results = Resultados
window-gallery-fields = Campos

# Dito por um leitor de tela; não aparece em outro lugar.
window-live-router = O seu roteador foi encontrado: { $router }
window-live-no-router = Nenhum roteador respondeu.
window-live-phones = A sua central telefônica está em { $address }.
window-live-no-phones = Nenhuma central telefônica respondeu.
window-live-results = A verificação terminou. { $top }
window-live-taken-back = Desfeito. O roteador não tem mais isso.
window-live-not-taken-back = Nem tudo foi desfeito.
window-live-done = Pronto. O passo agora é: { $screen }

window-copy-cell = Copiar { $what }
window-cell-copied = Copiado: { $what }
window-copy-cells = Um clique em um valor o copia do jeito que se digita.

# Antes que o sistema pergunte.
window-first-start-macos = O seu Mac vai perguntar se este programa pode procurar dispositivos na sua rede local. Escolha “Permitir”: sem isso, não é possível encontrar nem o seu roteador nem a sua central.
window-first-start-windows = O Windows talvez pergunte se este programa pode falar na sua rede. O melhor é permitir nas redes privadas: assim ele ouve o seu roteador. Se não, ele diz onde nenhuma resposta conseguiu entrar.
window-firewall-again = Procurar de novo
terminal-windows-asks = O Windows talvez pergunte agora se outros podem chegar a este programa. Aqui diga que sim: a este é preciso chegar.
