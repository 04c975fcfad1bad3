## The report as a page to read, to print and to send.

paper-title = { $name }: informe del { $at }
paper-of = Informe del { $at }
paper-lamp-lit = abierta y comprobada
paper-lamp-locked = bajo llave, como debe ser
paper-lamp-guests = solo para los invitados de la lista
paper-lamp-trouble = no está como debería
paper-lamp-alarm = abierto, pero debe estar bajo llave
paper-lamp-dark = nadie ha mirado todavía
paper-whole = Este informe contiene las direcciones y los nombres de su oficina. Antes de enviarlo, guarde uno con los datos privados ocultos.
paper-masked = Los datos privados están ocultos: las direcciones y los nombres son inventados, y lo que era igual sigue siéndolo.
paper-clock = Las horas son las de { $zone }.
paper-done = hecho
paper-not-done = todavía no hecho
paper-router-code = El motivo del router: { $code }
paper-made-by = Hecho con { $name } { $version }.
paper-keep = Todo está en este único archivo, y no pide nada a nadie. Para guardarlo como PDF, imprímalo.
paper-technician-lead = Todo lo que se preguntó, se respondió y apareció en listas. Lo mismo está como datos en el archivo .json del informe.
paper-computer = Este equipo
paper-answers = Lo que se dijo
paper-program = La revisión
paper-every-row = Cada entrada y armario
paper-selected = elegida
paper-list-before = La lista del router en la revisión anterior ({ $at })
paper-voices = Voces, probadas desde fuera
paper-column-entrance = Entrada
paper-column-known = Lo que se sabe
paper-column-inside = Preguntado dentro
paper-column-router = El router dice
paper-column-outside = Preguntado fuera
paper-column-outside-ipv6 = Fuera, IPv6
paper-column-result = Qué resultó
paper-column-service = Servicio
paper-column-ports =
    .term = Puertos
paper-column-need = Necesidad
paper-column-because = Debido a
paper-column-outside-port = Fuera
paper-column-leads-to = Lleva a
paper-column-lease = Plazo
paper-column-description = Descripción
paper-column-at = Cuándo
paper-column-from = Desde
paper-column-street = Calle
paper-column-remarks = Observaciones
paper-column-letter = Carta
paper-column-test = Prueba
paper-column-number = N.º
paper-column-target = Destino
paper-column-outcome = Resultado
paper-column-elapsed = ms
paper-column-seen = Visto
paper-column-voice-asked = Preguntado
paper-column-voice-missing = No pasó
paper-column-voice-in-use = En uso

## A message to support: short above, everything below.

support-head = { $name } { $version }, revisión del { $at }. Los datos privados están ocultos.
support-cause = La causa
support-no-cause = No se encontró nada que estorbe.
support-also = También se encontró: { $what }
support-tried = Qué se intentó
support-inside = - dentro de la oficina: { $count ->
        [one] { $count } pregunta
       *[other] { $count } preguntas
    }, { $answered } con respuesta
support-outside = - desde fuera: { $count ->
        [one] { $count } recorrido
       *[other] { $count } recorridos
    }, el último el { $at }
support-not-outside = - desde fuera: todavía no
support-router = - al router se le pidieron { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }: { $what }
support-rechecks = - revisado otra vez sin éxito: { $count ->
        [one] una vez
       *[other] { $count } veces
    }
support-details = Todo en detalle

## The card on the results.

window-report =
    .title = Guardar o enviar
    .lead = Una página con el dibujo, para cualquier navegador y para imprimir. Los datos privados van ocultos, así que puede enviarla.
window-report-open = Abrirlo
window-report-path = Copiar dónde está

## One window.

problem-open-already = Separate Entrance ya está abierto. Su ventana ha pasado al frente.
    .action = Búsquela entre sus ventanas abiertas.
problem-open-unheard = Separate Entrance ya está abierto (proceso { $pid }), y su ventana no responde.
    .action = Cierre esa ventana. Luego inicie de nuevo.
problem-open-elsewhere = Su propia oficina está abierta en otra ventana. Ha pasado al frente.
    .action = Siga allí. O ciérrela y vuelva desde aquí.

## The log file.

window-lies-log = Registro, para quien le ayude
help-arg-log = Cuánto va al registro: off, usual o detailed
help-log = El registro está en { $path }. No contiene contraseñas, códigos ni direcciones reales, así que se puede enviar a quien ayude.

## No window at all.

no-renderer = Este equipo no puede dibujar la ventana, así que todo sigue aquí como texto. { $why }
