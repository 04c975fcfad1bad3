## The report as a page to read, to print and to send.

paper-title = { $name } : rapport du { $at }
paper-of = Rapport du { $at }
paper-lamp-lit = ouvert, et prouvé
paper-lamp-locked = verrouillé, comme il se doit
paper-lamp-guests = seulement pour les invités de la liste
paper-lamp-trouble = pas comme il faudrait
paper-lamp-alarm = ouvert, mais doit être verrouillé
paper-lamp-dark = personne n’a encore regardé
paper-whole = Ce rapport contient les adresses et les noms de votre bureau. Avant de l’envoyer, enregistrez-en un où les détails privés sont masqués.
paper-masked = Les détails privés sont masqués : les adresses et les noms sont inventés ici, et ce qui était égal l’est encore.
paper-clock = Les heures sont celles de { $zone }.
paper-done = fait
paper-not-done = pas encore fait
paper-router-code = La raison du routeur : { $code }
paper-made-by = Fait avec { $name } { $version }.
paper-keep = Tout est dans ce seul fichier, et il ne demande rien à personne. Pour le garder en PDF, imprimez-le.
paper-technician-lead = Tout ce qui a été demandé, répondu et relevé dans des listes. La même chose se trouve en données dans le fichier .json du rapport.
paper-computer = Cet ordinateur
paper-answers = Ce qui a été dit
paper-program = La vérification
paper-every-row = Chaque entrée et armoire
paper-selected = choisi
paper-list-before = La liste du routeur à la vérification précédente ({ $at })
paper-voices = Voix, essayées de l’extérieur
paper-column-entrance = Entrée
paper-column-known = Ce que l’on sait
paper-column-inside = Demandé à l’intérieur
paper-column-router = Le routeur dit
paper-column-outside = Demandé à l’extérieur
paper-column-outside-ipv6 = Extérieur, IPv6
paper-column-result = Résultat
paper-column-service = Service
paper-column-ports =
    .term = Ports
paper-column-need = Besoin
paper-column-because = À cause de
paper-column-outside-port = Extérieur
paper-column-leads-to = Mène à
paper-column-lease = Durée
paper-column-description = Description
paper-column-at = Quand
paper-column-from = D’où
paper-column-street = Rue
paper-column-remarks = Remarques
paper-column-letter = Lettre
paper-column-test = Test
paper-column-number = N°
paper-column-target = Cible
paper-column-outcome = Résultat
paper-column-elapsed = ms
paper-column-seen = Vu
paper-column-voice-asked = Demandé
paper-column-voice-missing = N’est pas passé
paper-column-voice-in-use = Occupé

## A message to support: short above, everything below.

support-head = { $name } { $version }, vérification du { $at }. Les détails privés sont masqués.
support-cause = La cause
support-no-cause = Rien n’a été trouvé qui fasse obstacle.
support-also = Trouvé aussi : { $what }
support-tried = Ce qui a été essayé
support-inside = - dans le bureau : { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }, { $answered } avec réponse
support-outside = - de l’extérieur : { $count ->
        [one] { $count } passage
       *[other] { $count } passages
    }, le dernier le { $at }
support-not-outside = - de l’extérieur : pas encore
support-router = - le routeur a été prié d’ouvrir { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    } : { $what }
support-rechecks = - vérifié de nouveau sans succès : { $count ->
        [one] une fois
       *[other] { $count } fois
    }
support-details = Tout en détail

## The card on the results.

window-report =
    .title = Garder, ou envoyer
    .lead = Une page avec le dessin, pour tout navigateur et pour l’impression. Les détails privés sont masqués : vous pouvez l’envoyer.
window-report-open = Ouvrir le rapport
window-report-path = Copier l’emplacement

## One window.

problem-open-already = Separate Entrance est déjà ouvert. Sa fenêtre est passée devant.
    .action = Cherchez-la parmi vos fenêtres ouvertes.
problem-open-unheard = Separate Entrance est déjà ouvert (processus { $pid }), et sa fenêtre ne répond pas.
    .action = Fermez cette fenêtre. Puis démarrez de nouveau.
problem-open-elsewhere = Votre propre bureau est ouvert dans une autre fenêtre. Elle est passée devant.
    .action = Continuez là-bas. Ou fermez-la, et revenez d’ici.

## The log file.

window-lies-log = Journal technique, pour qui vous aide
help-arg-log = Ce qui va dans le journal technique : off, usual ou detailed
help-log = Le journal technique est { $path }. Il ne contient ni mot de passe, ni code, ni adresse réelle : on peut l’envoyer à qui aide.

## No window at all.

no-renderer = Cet ordinateur ne peut pas dessiner la fenêtre, tout continue donc ici en texte. { $why }
