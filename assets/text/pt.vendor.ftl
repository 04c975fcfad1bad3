# O que uma empresa de telefonia prepara para os seus clientes, o aviso de uma versão nova e a cópia para um colega.

problem-preset-unreadable = Não é possível ler o arquivo preparado { $file }: { $why }
    .action = Peça de novo esse arquivo a quem lhe deu este programa. Tudo funciona sem ele.
problem-preset-too-large = O arquivo preparado { $file } passa de { $most } KiB, por isso fica de fora
    .action = Peça de novo esse arquivo a quem lhe deu este programa. Tudo funciona sem ele.
problem-preset-not-text = O arquivo preparado { $file } não é texto simples: foi copiado só em parte, ou salvo de outra forma que não UTF-8
    .action = Peça de novo esse arquivo a quem lhe deu este programa. Tudo funciona sem ele.
problem-preset-broken = O arquivo preparado { $file } está danificado ou foi copiado só em parte. Não é possível ler a linha { $line }: { $why }
    .action = Peça de novo esse arquivo a quem lhe deu este programa. Tudo funciona sem ele.
problem-preset-unknown-key = A linha { $line } do arquivo preparado { $file } tem uma palavra que ninguém conhece: { $key }
    .action = Use ali só estas palavras: { $known }. Tudo funciona sem o arquivo.
problem-preset-wrong-value = A linha { $line } do arquivo preparado { $file } não serve: { $key ->
        [form] form tem de ser 1
        [name] name cabe em uma linha de 60 letras no máximo
        [profile] profile tem de ser o nome curto de uma central telefônica
        [helper] helper tem de ser o link inteiro de um ajudante
        [support] support cabe em uma linha de 120 letras no máximo
        [language] language tem de ser o nome curto de uma língua que o programa fala
        [logo] logo tem de ser o nome de uma imagem ao lado do arquivo
        [ask] ask tem de ser um endereço que comece com https://
        [pins] pins tem de ser de uma a quatro impressões digitais de 64 sinais, entre colchetes
       *[newer] newer tem de ter linhas próprias, abaixo de [newer]
    }
    .action = Peça um certo a quem lhe deu este programa. Tudo funciona sem ele.
problem-preset-nameless = O arquivo preparado { $file } não diz de quem é: falta o nome, ou ele foi copiado só em parte
    .action = Peça de novo esse arquivo a quem lhe deu este programa. Tudo funciona sem ele.
problem-preset-newer = O arquivo preparado { $file } é para uma versão mais nova deste programa
    .action = Peça a versão mais nova a quem lhe deu este programa. Tudo funciona sem o arquivo.
problem-preset-logo = O logotipo { $logo } do arquivo preparado { $file } fica de fora: { $why ->
        [missing] ele não está lá, ou não pode ser lido
        [too-large] ele passa de 64 KiB
        [not-png] ele não é uma imagem PNG
        [too-many-pixels] ele tem mais de 800 pixels de largura ou 400 de altura
       *[damaged] ele está danificado, ou foi copiado só em parte
    }
    .action = Peça de novo essa imagem a quem lhe deu este programa. Tudo funciona sem ela.

vendor-prepared-by = Preparado por { $name }
vendor-support = Ajuda: { $support }
vendor-logo = Logotipo de { $name }
vendor-send-to = Para { $name }: { $support }
window-helper-offered = Este link é de { $name }. Ninguém é consultado antes de você apertar o botão.
terminal-paste-helper-or-vendor = Cole o link do ajudante, ou pressione Enter para usar o de { $name }:

window-newer = Há uma versão mais nova ({ $version }) aqui: { $address }
window-newer-open = Abrir essa página
window-newer-ask = Este programa pode ver se há versões mais novas?
    .lead = Uma vez por dia no máximo, ele perguntaria a { $host } de { $name }. Ele não diz nada sobre você nem sobre o seu escritório; { $host } vê o seu endereço de rua, como toda página da internet. Ele nunca instala nada sozinho.
window-newer-choice = Versões mais novas
    .lead = { $name } as anuncia em { $host }. Nada se instala sozinho.
window-newer-yes = Olhar uma vez por dia
window-newer-no = Não olhar

window-carried = Esta cópia não precisa de instalação. Quando você a deixa, ela apaga o que anotou. Só quantas vezes ela bateu, e onde, fica entre os arquivos temporários deste computador, para que ninguém fique de fora por bater demais.
help-arg-colleague = Só ajudar um colega: não guardar nada nem abrir nada. Uma cópia chamada help-a-colleague já faz isso sozinha
