# Una mirada dentro de la central telefónica: la página, lo que ella dice de sí misma, la terminal.

doing-inside = Preguntando a la central telefónica por sí misma

step-inside = Mirar dentro
    .title = Mirar dentro de la central telefónica
    .lead = Hasta aquí miramos la calle y el edificio. Ahora miramos el escritorio de dentro: lo que la propia central telefónica tiene anotado. Solo se lee y no se cambia nada.

window-look-inside = Mirar dentro de la central telefónica
    .why = Un toque muestra puertas y paredes. Lo que la central telefónica dice a quien llama está en sus propios ajustes. Una dirección equivocada ahí hace llamadas sin sonido.
    .wanted = Se trata del sonido o del timbre. Puede que la propia central telefónica sepa por qué.
window-inside-here = Preguntar ahora
    .title = La central telefónica está en este equipo
    .lead = Así que este programa puede mirar por sí mismo. Lo que no puede leer, lo dice.
window-inside-practice = En una oficina de práctica, su central telefónica responde en el acto.
window-inside-copy = Copiar el bloque
    .title = 1. Copiar el bloque
    .lead = Es un pequeño programa en texto. Solo lee. Deja fuera las contraseñas en la propia central, antes de escribir una palabra.
window-inside-show = Mostrar el bloque
window-inside-open =
    .title = 2. Pegarlo en una terminal de la central telefónica
    .lead = Después, pulse Enter. La respuesta llega en menos de un minuto. Termina con una línea de signos ===.
window-inside-ssh = En un Mac, en Linux o desde Windows 10: abra una terminal y escriba esto. Después, dé la contraseña de la central telefónica.
window-inside-putty = En un Windows más antiguo: consiga PuTTY, escriba { $address } como host, elija Open e inicie sesión. Un clic con el botón derecho pega.
window-inside-console = Con pantalla y teclado en el propio aparato no se puede pegar nada. Lleve allí el programa «entrance» en una memoria USB y escriba «entrance inside».
window-inside-paste = Pegar la respuesta
    .title = 3. Traer la respuesta
    .lead = Copie todo lo que salió, desde la primera línea con === hasta la última. Péguelo aquí. Nada de ello cuenta antes de que usted vea lo que dice.
window-inside-field = La respuesta
window-inside-hint = === separate-entrance inside …
window-inside-pasted = Hay { $lines } líneas aquí, { $size } KB
window-inside-clear = Quitarla
window-inside-read = Leer la respuesta
window-inside-says = Lo que dice
    .lead = Nada de esto cuenta todavía. Úselo, y la oficina se juzga de nuevo con ello.
window-inside-follows = Lo que saldría de ello
window-inside-use = Usar esto
window-inside-used = Cuenta desde ahora. Lo que sale de ello está en los resultados.
window-inside-go-on = Seguir
window-live-inside = La central telefónica ha respondido. { $heading }

inside-heading = { $system }. Vista el { $at }, según su propio reloj.
inside-name-street = Dirección que dice a los teléfonos de fuera
inside-name-local = Sus propias redes
inside-name-doors = Puertas para las llamadas
inside-name-voices = Puertas para las voces
inside-name-phones = Teléfonos
inside-name-visitor = Teléfonos de fuera
inside-name-bans = Fuera por bloqueo
inside-name-strangers = Desconocidos
inside-name-others = Otros programas
inside-name-unread = Sin leer

inside-street-same = A los teléfonos de fuera les dice { $address }. Es su dirección de calle.
inside-street-other = A los teléfonos de fuera les dice { $address }. Pero su dirección de calle es { $street }.
inside-street-alone = A los teléfonos de fuera les dice { $address }. Aquí no se miró si es su dirección de calle.
inside-street-name = A los teléfonos de fuera les dice el nombre { $address }.
inside-street-none = No tiene anotada ninguna dirección de calle para los teléfonos de fuera.
inside-street-unread = No se pudo leer qué dirección dice a los teléfonos de fuera.
inside-local = Toma por propias estas redes: { $networks }. Está en { $own }.
inside-local-none = No tiene anotada ninguna red propia. Está en { $own }.
inside-doors = Las llamadas entran por { $doors }.
inside-doors-shut = Las llamadas entran por { $doors }. También debería escuchar en { $shut }, pero ahí no escucha nadie.
inside-doors-unread = No se pudo leer por dónde entran las llamadas.
inside-voices = Las voces usan las puertas { $doors }.
inside-voices-unread = No se pudo leer qué puertas usan las voces.
inside-phones = Teléfonos por los que se preguntó: { $count }. Con sesión desde dentro: { $inside }. Desde fuera: { $outside }. Sin sesión: { $away }.
inside-phones-unasked = Teléfonos configurados: { $count }. No se pudo leer cuáles tienen sesión.
inside-phones-unread = En lo que se pudo leer no había teléfonos.
inside-visitor = { $name } tiene sesión desde { $address }{ $answers ->
        [yes] , y responde cuando se le pregunta.
        [no] , pero no responde cuando se le pregunta.
       *[unasked] . Nadie le pregunta si sigue ahí.
    }
inside-bans = { $count ->
        [one] Una dirección está bloqueada
       *[other] { $count } direcciones están bloqueadas
    }: { $who }.
inside-bans-none = Nadie está bloqueado ahora.
inside-bans-unread = No se pudo leer quién está bloqueado.
inside-guests-open = Deja entrar llamadas de desconocidos.
inside-guests-shut = Rechaza las llamadas de desconocidos, hasta donde se pudo leer.
inside-guests-unread = No se pudo leer si los desconocidos pueden llamar.
inside-names-open = Dice a los desconocidos qué nombres conoce.
inside-names-shut = No dice a los desconocidos qué nombres conoce, hasta donde se pudo leer.
inside-names-unread = No se pudo leer si dice sus nombres a los desconocidos.
inside-voicemail-open = Quien llega a un buzón puede llamar desde ahí.
inside-voicemail-shut = Nadie puede llamar desde un buzón, hasta donde se pudo leer.
inside-voicemail-unread = No se pudo leer si se puede llamar desde un buzón.
inside-abroad-open = Las llamadas al extranjero están abiertas.
inside-abroad-shut = No se encontró ningún camino para llamar al extranjero.
inside-abroad-unread = No se pudo leer si las llamadas al extranjero están abiertas.
inside-others = { $count ->
        [one] Ahí se puede llegar a un programa más
       *[other] Ahí se puede llegar a { $count } programas más
    }: { $others }.
inside-unread = { $part ->
        [accounts] Las cuentas de los teléfonos
        [files] Los archivos con los ajustes
        [running] Lo que dice el sistema en marcha
        [bans] La lista de bloqueados
        [sockets] Quién escucha en qué puerta
        [database] Los ajustes de sus páginas web
        [dial-plan] El plan de marcación
        [voicemail] Los buzones
       *[other] { $part }
    }: { $why ->
        [denied] sin permiso para leer. Ejecutado como root, se ve.
        [absent] no está.
        [elsewhere] una parte está en una base de datos o un programa. Aquí no se consulta.
        [too-much] demasiado largo para leerlo todo.
       *[failed] no se pudo leer.
    }

problem-paste-cut = Falta una parte de la respuesta
    .action = Copie todo, desde la primera línea con === hasta la última. Después, péguelo de nuevo.
problem-paste-changed = La respuesta no está como la escribió la central telefónica
    .action = Ejecute el bloque otra vez. Copie lo que escribe sin cambiar ni un signo.
problem-paste-not-a-block = Esto no es la respuesta del bloque
    .action = Copie la parte que empieza y termina con === separate-entrance. Después, péguela.
problem-paste-newer = La respuesta viene de un bloque más nuevo del que este programa sabe leer
    .action = Copie el bloque de este programa y ejecútelo. O consiga la versión más nueva.
    .detail = La respuesta tiene la versión { $version }.
problem-paste-too-long = La respuesta es más larga que cualquiera que escriba el bloque
    .action = Copie solo la parte entre las dos líneas con ===. Se leen { $most } KB como máximo.
problem-paste-odd-signs = La respuesta tiene signos que el bloque nunca escribe
    .action = Ejecute el bloque otra vez. Copie lo que escribe sin cambiar ni un signo.
problem-inside-no-phone-system = Ahí no se encontró ninguna central telefónica que este programa conozca
    .action = Ejecute esto en el propio aparato de la central telefónica. Conoce Asterisk y FreeSWITCH, y lo que se basa en ellos.
problem-inside-elsewhere = En este tipo de equipo el programa no puede mirar por sí mismo
    .action = Use el bloque. «entrance inside --script» lo escribe.
problem-inside-took-too-long = La central telefónica tardó demasiado en responder, y se la dejó en paz
    .action = Intente de nuevo en una hora tranquila. O use el bloque: «entrance inside --script» lo escribe.
problem-inside-failed = No se pudo mirar dentro
    .action = Use el bloque. «entrance inside --script» lo escribe.
    .detail = { $why }

help-inside = En la central telefónica: decir en palabras sencillas lo que ella dice de sí misma. Solo lee y no cambia nada
help-arg-block = Escribir el bloque que se pega en una terminal de la central telefónica
help-arg-paste = Leer lo que escribió el bloque, de un archivo o de la entrada estándar (-)
help-arg-inside = Lo que la central telefónica dice de sí misma: un archivo con lo que escribió el bloque, - para la entrada estándar, o here para la de este equipo

terminal-inside-script = Pegue esto en una terminal de la central telefónica. Después, dé lo que escribe a «entrance inside --paste -», o a «entrance check --inside -».
terminal-inside-follows = Lo que sale de ello:
terminal-inside-nothing = Nada de ello pide un cambio, hasta donde lo dice por sí solo. «entrance check --inside FILE» ve más.
terminal-inside-how = Inicie sesión en el aparato de la central telefónica, por ejemplo con esto:
    .then = Pegue ahí el bloque y pulse Enter. Después, traiga lo que escribió.
terminal-inside-choose-here = Preguntar ahora: está en este equipo
terminal-inside-choose-show = Mostrar el bloque
terminal-inside-choose-paste = Pegar lo que escribió
terminal-inside-paste-now = Péguelo ahora. Termina solo con su última línea. Si esa línea falta, escriba un punto solo y pulse Enter.
terminal-inside-choose-use = Usarlo, y juzgar de nuevo la oficina con ello
terminal-inside-choose-other = Usar otra respuesta

practice-colleague-banned = Contraseña equivocada: un colega la probó demasiadas veces, y ahora la central ya no le deja entrar
practice-careless-inside = Descuido por dentro: cada entrada está bien, pero la central deja hacer demasiado a los extraños
practice-wrong-sender-address = Remitente equivocado: llamadas sin sonido, porque la central escribe en sus cartas una dirección antigua
