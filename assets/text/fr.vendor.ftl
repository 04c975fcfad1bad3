# Ce qu’un opérateur prépare pour ses clients, l’annonce d’une version plus récente, et la copie pour un collègue.

problem-preset-unreadable = Le fichier préparé { $file } est illisible : { $why }
    .action = Demandez encore ce fichier à la personne qui vous a donné ce programme. Tout marche sans lui.
problem-preset-too-large = Le fichier préparé { $file } dépasse { $most } Kio, il est donc laissé de côté
    .action = Demandez encore ce fichier à la personne qui vous a donné ce programme. Tout marche sans lui.
problem-preset-not-text = Le fichier préparé { $file } n’est pas du texte simple : il a été copié en partie, ou enregistré autrement qu’en UTF-8
    .action = Demandez encore ce fichier à la personne qui vous a donné ce programme. Tout marche sans lui.
problem-preset-broken = Le fichier préparé { $file } est abîmé ou n’a été copié qu’en partie. La ligne { $line } est illisible : { $why }
    .action = Demandez encore ce fichier à la personne qui vous a donné ce programme. Tout marche sans lui.
problem-preset-unknown-key = La ligne { $line } du fichier préparé { $file } contient un mot que personne ne connaît : { $key }
    .action = Utilisez là seulement ces mots : { $known }. Tout marche sans ce fichier.
problem-preset-wrong-value = La ligne { $line } du fichier préparé { $file } est inutilisable : { $key ->
        [form] form doit être 1
        [name] name tient sur une ligne de 60 lettres au plus
        [profile] profile doit être le nom court d’un standard
        [helper] helper doit être le lien entier d’un assistant permanent
        [support] support tient sur une ligne de 120 lettres au plus
        [language] language doit être le nom court d’une langue que parle le programme
        [logo] logo doit être le nom d’une image à côté du fichier
        [ask] ask doit être une adresse qui commence par https://
        [pins] pins doit être une à quatre empreintes de 64 signes, entre crochets
       *[newer] newer doit avoir ses propres lignes, sous [newer]
    }
    .action = Demandez un fichier juste à la personne qui vous a donné ce programme. Tout marche sans lui.
problem-preset-nameless = Le fichier préparé { $file } ne dit pas de qui il vient : le nom manque, ou le fichier n’a été copié qu’en partie
    .action = Demandez encore ce fichier à la personne qui vous a donné ce programme. Tout marche sans lui.
problem-preset-newer = Le fichier préparé { $file } est pour une version plus récente de ce programme
    .action = Demandez la version plus récente à la personne qui vous a donné ce programme. Tout marche sans ce fichier.
problem-preset-logo = Le logo { $logo } du fichier préparé { $file } est laissé de côté : { $why ->
        [missing] il n’est pas là, ou est illisible
        [too-large] il dépasse 64 Kio
        [not-png] ce n’est pas une image PNG
        [too-many-pixels] il fait plus de 800 pixels de large ou 400 de haut
       *[damaged] il est abîmé, ou n’a été copié qu’en partie
    }
    .action = Demandez encore cette image à la personne qui vous a donné ce programme. Tout marche sans elle.

vendor-prepared-by = Préparé par { $name }
vendor-support = Aide : { $support }
vendor-logo = Logo de { $name }
vendor-send-to = À { $name } : { $support }
window-helper-offered = Ce lien vient de { $name }. Personne n’est contacté avant que vous n’appuyiez sur le bouton.
terminal-paste-helper-or-vendor = Collez le lien de l’assistant, ou appuyez sur Entrée pour celui de { $name } :

window-newer = Une version plus récente ({ $version }) est ici : { $address }
window-newer-open = Ouvrir cette page
window-newer-ask = Ce programme peut-il chercher des versions plus récentes ?
    .lead = Une fois par jour au plus, il demanderait à { $host } de { $name }. Il ne dit rien de vous ni de votre bureau ; { $host } voit votre adresse de rue, comme toute page sur internet. Il n’installe jamais rien de lui-même.
window-newer-choice = Versions plus récentes
    .lead = { $name } les annonce à { $host }. Rien ne s’installe tout seul.
window-newer-yes = Regarder une fois par jour
window-newer-no = Ne pas regarder

window-carried = Cette copie n’a pas besoin d’être installée. Quand vous la quittez, elle efface ce qu’elle a noté. Seuls le nombre de fois où elle a frappé et l’endroit restent parmi les fichiers temporaires de cet ordinateur, pour que personne ne soit exclu pour avoir trop frappé.
help-arg-colleague = Aider seulement un collègue : ne rien garder et ne rien ouvrir. Une copie nommée help-a-colleague le fait d’elle-même
