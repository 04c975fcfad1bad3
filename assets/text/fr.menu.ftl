# Le menu de la fenêtre et les pages sur le programme lui-même.

language-name = Français
# Par quoi une action ou un bouton peut commencer ; précédé de points, par quoi un bouton peut finir. Pour les tests seuls.
language-verbs =
    activez aider ajoutez annuler appeler appelez assurez attendez autorisez branchez changez chercher cherchez
    choisir choisissez coller collez comparer comparez confirmer continuer continuez copier copiez corrigez coupez
    demander demandez donnez déplacez désactivez enlever enregistrer essayer essayez faire faites fermer fermez
    frapper frappez garder installez laissez lancez lire lisez masquer mettez montrer nommez ouvrez ouvrir
    partagez quitter quittez recommencer recommencez redémarrez refaites regarder regardez relancez reprendre
    retirez retournez revérifier réglez réservez sortez supprimez tapez utiliser utilisez voir vérifier vérifiez
    écrivez

window-menu = Menu
window-menu-save = Enregistrer le rapport
window-menu-entry = { $name }, { $keys }
window-page-done = Fermer
window-head = { $at } sur { $of } : { $step }
window-head-practice = Entraînement : { $name }

window-settings = Taille du texte, thème, langue
    .lead = Chaque choix prend effet aussitôt, et le programme s’en souvient.
window-text-size = Taille du texte
    .lead = Tout grandit avec le texte.
window-text-size-percent = { $percent } %
window-text-larger = Texte plus grand
window-text-smaller = Texte plus petit
window-text-usual = Texte de taille habituelle
window-theme = Thème
    .lead = Le contraste élevé aide les yeux qui en ont besoin.
window-theme-system = Comme le système
window-theme-light = Clair
window-theme-dark = Sombre
window-theme-high-contrast = Contraste élevé
window-motion = Mouvement
    .lead = Seul le visiteur dans l’image bouge parfois.
window-motion-system = Comme le système
window-motion-little = Un peu
window-motion-none = Aucun
window-language = Langue
    .lead = Les mots changent aussitôt. Rien de ce qui a été saisi n’est perdu.
window-language-system = Comme le système

window-glossary = Les mots expliqués
    .lead = Les mots du technicien, ce que chacun est dans notre image de la rue, et ce qu’il veut dire.
window-glossary-picture = Dans l’image : { $picture }

window-keyboard = Clavier
    .lead = Tout peut se faire sans souris.
window-key-with-ctrl = Ctrl+{ $key }
window-key-with-command = ⌘{ $key }
window-key-enter = Entrée
window-key-enter-does = Appuyer sur le grand bouton, ou sur ce qui est sélectionné
window-key-enter-with-ctrl-does = Appuyer sur le grand bouton de n’importe où, même là où il modifie le routeur
window-key-esc = Échap
window-key-esc-does = Revenir, ou refermer ce qui est ouvert
window-key-tab = Tab
window-key-back-tab = Maj+Tab
window-key-tab-does = Aller au bouton ou au champ suivant, ou au précédent
window-key-space = Espace
window-key-space-does = Appuyer, cocher ou ouvrir une liste
window-key-arrows = Touches fléchées
window-key-arrows-does = Se déplacer dans les listes et les menus

window-about = À propos de ce programme
    .lead = Separate Entrance ouvre les entrées dont votre standard téléphonique a besoin. Puis il prouve de l’extérieur lesquelles fonctionnent.
window-about-version = Version { $version }
window-about-system = Pour { $system }
window-about-copy = Copier ces renseignements
window-about-fact = { $name } : { $path }
window-about-files = Où se trouvent les choses
    .lead = Tout cela reste sur cet ordinateur tant que vous ne l’envoyez pas vous-même.
window-lies-settings = Réglages et réponses
window-lies-journal = Journal de ce qui a été demandé à un routeur
window-lies-history = Vérifications précédentes
window-lies-reports = Rapports enregistrés
window-about-licence = Licences
    .own = Ce programme est libre : vous pouvez l’utiliser, le copier, le modifier et le partager sous la licence MIT ou la licence Apache 2.0, à votre choix.
    .fonts = Ses polices sont Inter et Noto Emoji (SIL Open Font License 1.1), Hack (MIT et Bitstream Vera), Ubuntu (Ubuntu Font Licence 1.0) et emoji-icon-font (MIT).
window-about-fonts = La licence des polices
window-about-licence-libraries = Il est construit avec { $count } bibliothèques d’autres auteurs, chacune sous sa propre licence.
window-about-libraries = Les bibliothèques et leurs licences

window-gallery = Galerie des éléments
    .lead = Chaque élément de la fenêtre dans l’apparence actuelle. Les noms sont ceux du code.
window-gallery-type = Caractères
window-gallery-colours = Couleurs
window-gallery-space = Espaces
window-gallery-lamps = Lampes
window-gallery-buttons = Boutons
window-gallery-cards = Cartes
window-gallery-results = Résultats
window-gallery-fields = Champs

# Dit par un lecteur d’écran, montré nulle part ailleurs.
window-live-router = Votre routeur a été trouvé : { $router }
window-live-no-router = Aucun routeur n’a répondu.
window-live-phones = Votre standard téléphonique est à l’adresse { $address }.
window-live-no-phones = Aucun standard téléphonique n’a répondu.
window-live-results = La vérification est finie. { $top }
window-live-taken-back = C’est repris. Le routeur ne l’a plus.
window-live-not-taken-back = Tout n’a pas été repris.
window-live-done = Terminé. Vous êtes à : { $screen }

window-copy-cell = Copier { $what }
window-cell-copied = Copié : { $what }
window-copy-cells = Un clic sur une valeur la copie telle qu’elle se tape.

# Avant que le système ne demande.
window-first-start-macos = Votre Mac va demander si ce programme peut chercher des appareils sur votre réseau local. Choisissez « Autoriser » : sinon, ni votre routeur ni votre standard ne peuvent être trouvés.
window-first-start-windows = Windows demandera peut-être si ce programme peut parler sur votre réseau. Le mieux est de l’autoriser sur les réseaux privés : il entend alors votre routeur. Sinon, il vous dit où aucune réponse n’a pu entrer.
window-firewall-again = Chercher de nouveau
terminal-windows-asks = Windows va peut-être demander si d’autres peuvent joindre ce programme. Ici, dites oui : celui-ci doit être joint.
