# El menú de la ventana y las páginas sobre el propio programa.

language-name = Español
# Con qué puede empezar una acción o un botón; con puntos delante, con qué puede acabar un botón. Solo para las pruebas.
language-verbs =
    abra abrir abrirlo active ajuste apague ayudar añada añádalo buscar busque búsquela cambie cancelar cerrar
    cierre comparar compare comparta compruebe conecte confirmar copiar copiarlo copie corrija corríjalo deje dela
    dele desactive deshacer deshacerla deshacerlo ejecute elegir elija empiece escriba escríbala escríbalo espere
    guardar guardarla guardarlo hacer hacerlas hacerlo haga instale intente lea leer llamar llame mirar mire
    mostrar mostrarme nombre ocultar pegar pegue permita pida ponga preguntar preguntarme pregunte probar pruebe póngalo
    quitarla quite reinicie repita reserve revisar revise salga salir saque seguir siga tocar toque usar use
    vuelva

window-menu = Menú
window-menu-save = Guardar el informe
window-menu-entry = { $name }, { $keys }
window-page-done = Cerrar
window-head = { $at } de { $of }: { $step }
window-head-practice = Práctica: { $name }

window-settings = Tamaño del texto, tema, idioma
    .lead = Cada elección vale al instante, y el programa la recuerda.
window-text-size = Tamaño del texto
    .lead = Todo crece con el texto.
window-text-size-percent = { $percent } %
window-text-larger = Texto más grande
window-text-smaller = Texto más pequeño
window-text-usual = Texto del tamaño habitual
window-theme = Tema
    .lead = El contraste alto ayuda a los ojos que necesitan más.
window-theme-system = Como el sistema
window-theme-light = Claro
window-theme-dark = Oscuro
window-theme-high-contrast = Contraste alto
window-motion = Movimiento
    .lead = Solo el visitante de la imagen se mueve alguna vez.
window-motion-system = Como el sistema
window-motion-little = Un poco
window-motion-none = Ninguno
window-language = Idioma
    .lead = Las palabras cambian al instante. Nada de lo escrito se pierde.
window-language-system = Como el sistema

window-glossary = Palabras explicadas
    .lead = Las palabras del técnico, qué es cada una en nuestra imagen de la calle y qué significa.
window-glossary-picture = En la imagen: { $picture }

window-keyboard = Teclado
    .lead = Todo se puede hacer sin ratón.
window-key-with-ctrl = Ctrl+{ $key }
window-key-with-command = ⌘{ $key }
window-key-enter = Intro
window-key-enter-does = Pulsar el botón grande, o lo que esté seleccionado
window-key-enter-with-ctrl-does = Pulsar el botón grande desde cualquier sitio, también donde cambia el router
window-key-esc = Esc
window-key-esc-does = Volver, o plegar lo que esté abierto
window-key-tab = Tab
window-key-back-tab = Mayús+Tab
window-key-tab-does = Ir al botón o al campo siguiente, o al anterior
window-key-space = Espacio
window-key-space-does = Pulsar, marcar o abrir una lista
window-key-arrows = Flechas
window-key-arrows-does = Moverse por listas y menús

window-about = Acerca de este programa
    .lead = Separate Entrance abre las entradas que su central telefónica necesita. Después comprueba desde fuera cuáles funcionan.
window-about-version = Versión { $version }
window-about-system = Para { $system }
window-about-copy = Copiar estos datos
window-about-fact = { $name }: { $path }
window-about-files = Dónde está cada cosa
    .lead = Todo se queda en este equipo hasta que usted mismo lo envíe.
window-lies-settings = Ajustes y respuestas
window-lies-journal = Diario de lo que se pidió a un router
window-lies-history = Revisiones anteriores
window-lies-reports = Informes guardados
window-about-licence = Licencias
    .own = Este programa es libre: puede usarlo, copiarlo, cambiarlo y compartirlo con la licencia MIT o la licencia Apache 2.0, como prefiera.
    .fonts = Sus tipos de letra son Inter y Noto Emoji (SIL Open Font License 1.1), Hack (MIT y Bitstream Vera), Ubuntu (Ubuntu Font Licence 1.0) y emoji-icon-font (MIT).
window-about-fonts = La licencia de los tipos de letra
window-about-licence-libraries = Está hecho con { $count } bibliotecas de otros autores, cada una con su propia licencia.
window-about-libraries = Las bibliotecas y sus licencias

window-gallery = Galería de piezas
    .lead = Cada pieza de la ventana con el aspecto actual. Los nombres son los del código.
window-gallery-type = Letra
window-gallery-colours = Colores
window-gallery-space = Espacios
window-gallery-lamps = Lámparas
window-gallery-buttons = Botones
window-gallery-cards = Tarjetas
window-gallery-results = Resultados
window-gallery-fields = Campos

# Lo dice un lector de pantalla; no se muestra en otro sitio.
window-live-router = Se encontró su router: { $router }
window-live-no-router = Ningún router respondió.
window-live-phones = Su central telefónica está en { $address }.
window-live-no-phones = Ninguna central telefónica respondió.
window-live-results = La revisión ha terminado. { $top }
window-live-taken-back = Deshecho. El router ya no lo tiene.
window-live-not-taken-back = No se deshizo todo.
window-live-done = Listo. Está en: { $screen }

window-copy-cell = Copiar { $what }
window-cell-copied = Copiado: { $what }
window-copy-cells = Un clic en un valor lo copia tal como se escribe.

# Antes de que el sistema pregunte.
window-first-start-macos = Su Mac preguntará si este programa puede buscar dispositivos en su red local. Elija «Permitir»: si no, no se pueden encontrar ni su router ni su central.
window-first-start-windows = Puede que Windows pregunte si este programa puede hablar en su red. Lo mejor es permitirlo en redes privadas: así oye a su router. Si no, le dirá dónde no pudo entrar ninguna respuesta.
window-firewall-again = Buscar otra vez
terminal-windows-asks = Windows quizá pregunte ahora si otros pueden llegar a este programa. Aquí diga que sí: a este hay que llegar.
