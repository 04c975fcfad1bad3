# El ensayo: un teléfono de fuera, representado. Las palabras de la imagen están al principio de es.ftl; además:
# rehearsal ensayo · test call llamada de prueba · ring test prueba del timbre · echo test prueba de eco · to ring sonar

doing-registering = Iniciando sesión como teléfono
doing-calling = Llamando
doing-listening = Enviando sonido y escuchando
doing-keeping-quiet = En silencio: quedan { $seconds } segundos
doing-waiting-for-call = Llame ahora a esta extensión, desde otro teléfono

grade-good = buena
grade-usable = aceptable
grade-poor = mala

help-rehearse = Hacer de teléfono de fuera: iniciar sesión, llamar a un número y medir el sonido en los dos sentidos. Con el código de una oficina, muestra un código de vuelta
help-arg-server = Central telefónica como está escrita en los teléfonos, un nombre o una dirección; tras dos puntos puede seguir un puerto
help-arg-user = Extensión con la que iniciar sesión. Tome una libre
help-arg-number = A qué llamar; si falta, el eco de su central telefónica, si se conoce
help-arg-ring = Después, esperar en silencio y decir si suena una llamada a esta extensión
help-arg-password-stdin = Leer la contraseña de la entrada estándar en lugar de pedirla

terminal-rehearse-what = Esto inicia sesión en { $server } como extensión { $user }, llama a { $number }, envía un tono y escucha unos segundos. Después cuelga y cierra la sesión. Use una extensión libre que no tenga ningún teléfono.
terminal-rehearse-ring = Después se queda en silencio, y alguien llama a esta extensión cuando se le pida.
terminal-ask-rehearse = ¿Llamar ahora?
terminal-password = Contraseña de la extensión { $user }:
terminal-ring-quiet = { $n } de { $total }: en silencio durante { $seconds } segundos …
terminal-ring-now = { $n } de { $total }: llame ahora a esta extensión, desde otro teléfono. Tiene { $seconds } segundos.
terminal-ring-rang = Sonó.
terminal-ring-silent = No sonó.

ring-not-yet = Tras { $seconds } segundos de silencio: sin probar

step-rehearse = Llamada de prueba
    .title = Hacer de teléfono de fuera
    .lead = Este equipo inicia sesión como un teléfono, llama a un número y mide el sonido en los dos sentidos. Mejor desde otra calle: en casa, o por un teléfono móvil.

window-rehearse = Hacer una llamada de prueba
window-rehearse-here = O hacer una llamada de prueba
    .title = O hacer de teléfono de fuera
    .lead = Desde donde usted está, este equipo puede iniciar sesión como un teléfono de la oficina. Dice cómo se oye una llamada y si suena.
window-rehearse-server = Central telefónica
window-rehearse-server-hint = como está escrita en los teléfonos de fuera
window-rehearse-user = Extensión
window-rehearse-user-hint = por ejemplo 299
window-rehearse-spare = Tome una extensión libre que no use ningún teléfono, para no molestar a nadie.
window-rehearse-password = Contraseña de esta extensión
window-rehearse-password-kept = Se usa una vez, y no se guarda ni se muestra. Después de cada intento se pide de nuevo.
window-rehearse-number = Número al que llamar
window-rehearse-number-hint = mejor una prueba de eco, como *43
window-rehearse-call = Llamar ahora
window-rehearse-ring = Hacer la prueba del timbre
    .lead = La prueba del timbre se queda en silencio 10, 60 y 180 segundos, como un teléfono sobre una mesa, y cada vez pide que alguien llame a esta extensión. Así muestra si los teléfonos de fuera siguen sonando más tarde.
window-rehearse-again = Llamar una vez más
window-rehearse-calling = Esto tarda 20 segundos como máximo. Después cuelga y cierra la sesión por sí mismo.
window-rehearse-waiting = Tenga otro teléfono a mano. Cada vez que se le pida llamar, marque esta extensión antes de medio minuto, y cuelgue en cuanto se diga que suena.

window-hand-back-call =
    .lead = Dice cómo se oyó la llamada. Solo la oficina que lo invitó puede leerlo como respuesta.

terminal-rehearse = Hacer una llamada de prueba: hacer de teléfono de fuera
terminal-rehearse-not-yet = Falta algo, o no se puede llamar a ese número. Intente otra vez.

rehearsal-heading = La llamada a { $number }
rehearsal-both-ways = El sonido pasó en los dos sentidos.
rehearsal-dead-out = El sonido pasó en un solo sentido: usted oye a la oficina, pero la oficina no lo oye a usted.
rehearsal-dead-back = El sonido pasó en un solo sentido: la oficina lo oye a usted, pero usted no oye a la oficina.
rehearsal-none = La llamada se contestó, pero no llegó ningún sonido.
rehearsal-out-unknown = Llegó sonido de la oficina. Nada dice si el suyo llegó: llame a un número de eco para saberlo.
rehearsal-grade = Calidad del sonido: { $grade }
rehearsal-not-made = La llamada no se pudo establecer.
rehearsal-from-inside = Esta llamada se hizo dentro de la oficina, así que solo muestra la central telefónica y no la calle.
rehearsal-one-pair = Una llamada comprueba un par de puertas para las voces, no todas.
rehearsal-figures = perdido { $loss } %, fluctuación (jitter) { $jitter } ms, ida y vuelta { $round_trip } ms
rehearsal-media = La central telefónica pidió el sonido en { $media }.
report-rehearsal = La llamada de prueba
ring-rang = Tras { $seconds } segundos de silencio: sonó
ring-silent = Tras { $seconds } segundos de silencio: no sonó

problem-call-no-such-name = Nadie responde por el nombre { $server }
    .action = Compruebe cómo está escrito. Escriba el nombre o la dirección exactamente como está en un teléfono que funciona.
problem-call-no-answer = Nada responde en { $server }
    .action = Compruebe el nombre o la dirección. Si está bien, revise antes la oficina desde fuera: las llamadas no entran.
problem-call-nothing-listens = Hay una máquina en { $server }, pero no acepta llamadas
    .action = Compruebe la dirección, y que la central telefónica está en marcha.
problem-call-own-trouble = Este equipo no pudo hacer la llamada
    .action = Compruebe que este equipo tiene red, e intente otra vez.
    .detail = { $why }
problem-call-wrong-password = La central telefónica no acepta esta contraseña para { $user }
    .action = Compruebe la extensión y la contraseña, y espere un poco antes de intentar otra vez: demasiadas equivocadas dejan fuera a su calle.
    .detail = { $why }
problem-call-no-such-extension = La central telefónica no conoce ninguna extensión { $user }
    .action = Compruebe el número de la extensión.
    .detail = { $why }
problem-call-extension-in-use = Otro teléfono tiene la sesión iniciada como { $user }
    .action = Use una extensión libre, para no molestar al teléfono de nadie. Tras un intento interrumpido, espere unos minutos.
problem-call-not-taken-in = La central telefónica no deja que la extensión { $user } inicie sesión
    .action = Compruebe en la central telefónica si esta extensión puede iniciar sesión desde donde usted está.
    .detail = { $why }
problem-call-no-such-number = La central telefónica no conoce ningún número { $number }
    .action = Elija otro número al que llamar, mejor una prueba de eco.
    .detail = { $why }
problem-call-busy = El número { $number } está ocupado, o rechazó la llamada
    .action = Intente otra vez, o elija una prueba de eco.
    .detail = { $why }
problem-call-nobody-picked-up = Nadie contestó en { $number }
    .action = Llame a un número que conteste por sí mismo, mejor una prueba de eco.
    .detail = { $why }
problem-call-failed = La llamada a { $number } falló
    .action = Intente una prueba de eco. Si también falla, envíe los detalles a quien cuida de la central telefónica.
    .detail = { $why }
problem-call-no-common-codec = La central telefónica habla otra clase de sonido
    .action = Permita G.711 (ulaw) para esta extensión en la central telefónica, y llame de nuevo.
    .detail = { $why }
problem-call-limit = Por ahora son suficientes llamadas
    .action = Espere diez minutos, para que ningún vigilante lo tome por un ladrón.
problem-not-called-emergency = { $number } es un número de emergencia y nunca se llama
    .action = Elija la prueba de eco de su central telefónica.
problem-not-called-international = { $number } lleva al extranjero y no se llama
    .action = Elija la prueba de eco de su central telefónica.
problem-not-called-premium = { $number } se cobra por minuto y no se llama
    .action = Elija la prueba de eco de su central telefónica.
problem-not-called-elsewhere = { $server } no lleva a donde lleva el código
    .action = Use la dirección { $address }, que está en el código. O pida a la oficina un código nuevo.
    .detail = { $server } es { $leads }.
problem-not-called-not-a-number = { $number } no es un número al que se pueda llamar
    .action = Escriba cifras, o un código como *43.
problem-unknown-extension = { $user } no es el nombre de una extensión
    .action = Escriba el número de una extensión libre.
problem-needs-server = No se sabe dónde está su central telefónica
    .action = Escriba --server NAME, como está en los teléfonos de fuera.
problem-needs-number = No se conoce ningún número de eco de su central telefónica
    .action = Escriba --number N, mejor una prueba de eco como *43.
problem-needs-password = No hay nadie que escriba la contraseña
    .action = Dela por la entrada estándar, con --password-stdin.
problem-needs-user = No se nombró ninguna extensión
    .action = Escriba --user N, el número de una extensión libre.

audio-one-way = El sonido pasa en un solo sentido
    .meaning = { $from ->
        [inside] La llamada se establece. Pero incluso dentro de la oficina un lado no oye nada. Así que el problema no está en la calle.
       *[outside] La llamada se establece. Pero { $way ->
            [out] la oficina no oye al teléfono de fuera
           *[back] el teléfono de fuera no oye a la oficina
        }. En el camino hay una puerta que no abre, o una dirección está mal.
    }
    .action = Haga esto y llame de nuevo: { $from ->
        [inside] Compruebe el sonido de esta extensión en la central telefónica.
       *[outside] { $media_is ->
            [inside] Ponga su dirección en la calle en la central telefónica.
            [elsewhere] Ponga su dirección en la calle en la central telefónica.
           *[street] { $way ->
                [out] { $mapped ->
                    [yes] Busque un vigilante en la central telefónica. Puede que detenga a los visitantes en las puertas para las voces.
                   *[no] Haga en su router la regla para las voces. La guía tiene los números.
                }
               *[back] Diga a la central telefónica que este teléfono está fuera. Desactive el portero en los dos routers.
            }
        }
    }
    .detail = Llamada de ensayo a { $number } el { $at }, { $from ->
        [inside] desde dentro
       *[outside] desde fuera
    }: la señalización funciona, y RTP { $way ->
        [out] llegó aquí, pero el nuestro no llegó allí (ningún eco, y los informes del otro lado no cuentan nada)
       *[back] nuestro llegó allí, pero no volvió nada
    }. El sonido se pidió en { $media }. Causas habituales, de más a menos probable: { $media_is ->
        [inside] el SDP de la central nombra una dirección interior, porque su dirección externa no está puesta; el rango de voz no está reenviado.
        [elsewhere] el SDP de la central nombra otra dirección que la de la calle de la oficina, como una antigua o la de otra línea; ponga su dirección externa.
       *[street] { $way ->
            [out] el rango de voz no está reenviado (los propios paquetes de la central abren un camino hacia fuera, que lo oculta), o es distinto del que tiene la central; un firewall en la central; SIP ALG.
           *[back] la central envía a la dirección privada del SDP del teléfono, porque no lo toma por uno que está detrás de NAT (rtp_symmetric, comedia); un firewall del lado del teléfono; SIP ALG en cualquiera de los dos lados.
        }
    }

audio-none = La llamada se establece, pero no hay sonido
    .meaning = { $from ->
        [inside] El timbre funciona. Pero ni siquiera dentro de la oficina hay voz. Así que el problema no está en la calle.
       *[outside] El timbre funciona. Pero ninguna voz pasa. Las puertas para las voces no abren, o no llevan a ninguna parte.
    }
    .action = Haga esto y llame de nuevo: { $from ->
        [inside] Compruebe el sonido de esta extensión en la central telefónica.
       *[outside] { $media_is ->
            [inside] Ponga su dirección en la calle en la central telefónica.
            [elsewhere] Ponga su dirección en la calle en la central telefónica.
           *[street] { $mapped ->
                [yes] Compare la regla para las voces con la guía. El primer número y el último deben coincidir.
               *[no] Haga en su router la regla para las voces. La guía tiene los números.
            }
        }
    }
    .detail = Llamada de ensayo a { $number } el { $at }, { $from ->
        [inside] desde dentro
       *[outside] desde fuera
    }: la señalización funciona, y no volvió ningún RTP. El sonido se pidió en { $media }. Un eco que no oye nada no dice nada, así que puede ser la ida la que no pasa. Causas habituales, de más a menos probable: { $media_is ->
        [inside] el SDP de la central nombra una dirección interior, porque su dirección externa no está puesta;
        [elsewhere] el SDP de la central nombra otra dirección que la de la calle de la oficina, como una antigua o la de otra línea; ponga su dirección externa;
       *[street] el rango de voz no está reenviado, o es distinto del que tiene la central;
    } la central envía a la dirección privada del SDP del teléfono; un firewall en la central o del lado del teléfono; SRTP en un solo lado.

other-voices-not-shown = Una llamada se oyó en los dos sentidos: solo un par de puertas
    .meaning = Cada llamada elige al azar sus puertas para las voces. Una llamada desde fuera se oyó bien, pero las demás puertas no se probaron.
    .action = Haga otra llamada de vez en cuando. Si una no tiene sonido, compare la regla para las voces con la guía.
    .detail = Llamada de ensayo desde fuera a { $number } el { $at }: RTP pasó en los dos sentidos, en { $media }. El resto del rango de voz { $ports } no está demostrado. Para mostrarlo, ejecute «entrance witness --code CODE» en la central telefónica mientras alguien hace el recorrido con ese código.

incoming-call-lost = Una llamada al teléfono de fuera no sonó
    .meaning = El teléfono de fuera había iniciado sesión. Después alguien lo llamó, y el timbre quedó en silencio. O nadie llamó a tiempo.
    .action = Repita la prueba del timbre. Llame antes de medio minuto. Si sigue en silencio, desactive el portero en los dos routers.
    .detail = Prueba del timbre el { $at }: registrado, pero no llegó ningún INVITE en 30 s, ni siquiera tras { $quiet } s de silencio. Causas habituales, de más a menos probable: la central llama a la dirección privada del Contact del teléfono, porque no lo toma por uno que está detrás de NAT (rewrite_contact, nat); SIP ALG en cualquiera de los dos lados; una regla de la extensión (no molestar, desvío) que contesta en lugar del teléfono.

phone-side-forgets = El router del propio teléfono olvida el camino de vuelta
    .meaning = El teléfono de fuera está detrás de un muro propio. Si el teléfono calla un rato, ese muro lo olvida. Entonces el timbre ya no llega hasta él.
    .action = Ajuste el teléfono para que salude cada 25 segundos. El ajuste suele llamarse keep-alive.
    .detail = Prueba del timbre el { $at }: suena tras { $heard } s de silencio, pero no tras { $lost } s. La asociación de NAT del lado del teléfono caduca; un keep-alive (CRLF, OPTIONS o qualify) de 25 s la mantiene.

practice-no-sound = Sin sonido: las llamadas se establecen, pero las puertas para las voces llevan a otra parte
practice-phones-fall-silent = Los teléfonos enmudecen: tras medio minuto de silencio ya no suenan
practice-phones-never-ring = Los teléfonos nunca suenan: el teléfono de fuera puede llamar, y nadie puede llamarlo
practice-sound-one-way = Sonido en un solo sentido: la oficina oye al teléfono de fuera, y no al revés
