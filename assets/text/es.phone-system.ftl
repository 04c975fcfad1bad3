# Lo que la central telefónica dice de sí misma: los hallazgos, y qué falla en un bloque pegado.

phone-system-wrong-outside-address = Su central escribe un remitente equivocado en sus cartas
    .meaning = { $why ->
        [differs] Su central dice a los teléfonos de fuera adónde enviar las voces. Nombra otra calle, así que las voces van allí y no a usted.
        [inside] Su central dice a los teléfonos de fuera adónde enviar las voces. Nombra una habitación de su casa. Desde la calle nadie la encuentra, y las voces se pierden.
        [name-elsewhere] Su central dice a los teléfonos de fuera adónde enviar las voces. Busca para eso un nombre, y el nombre lleva a otra calle.
        [name-nowhere] Su central dice a los teléfonos de fuera adónde enviar las voces. Da un nombre que nadie conoce.
       *[none] Su central no conoce su dirección en la calle. Da a los teléfonos de fuera el número de su propia habitación, y desde la calle nadie la encuentra.
    }
    .action = { $known ->
        [yes] Escriba { $street } en su central como dirección para los teléfonos de fuera.
       *[no] Escriba su dirección en la calle en su central como dirección para los teléfonos de fuera.
    }{ $lines ->
        [yes] {" "}El lugar: { $change }. Para que cuente: { $apply }.
       *[no] {""}
    } Después, mire dentro otra vez y haga una llamada de prueba desde fuera.
    .detail = La central pone { $now } en Contact, Via y la línea c= de SDP para los teléfonos de fuera; la dirección en la calle es { $street }. Escrito en el archivo: { $written }. El nombre lleva a: { $leads }. En las palabras de esa central: { $change } (ahora: { $now }; más líneas: { $more }). Para que cuente: { $apply }. Visto { $looked }.

phone-system-local-net-wrong = Su central confunde la casa con la calle
    .meaning = { $why ->
        [foreign] Su central toma a alguien de la calle por alguien de la casa. Le da un número de habitación en lugar de su dirección en la calle, y las voces se pierden.
        [none] Nadie dijo a su central quién es de la casa. No puede distinguirlos de los visitantes, y da a alguien la dirección equivocada.
       *[missing] Su central toma a la gente de su propia casa por visitantes. Los manda a la calle y de vuelta, y sus voces pueden perderse.
    }
    .action = { $why ->
        [foreign] Quite de la lista de redes locales lo que no es de su casa.
        [missing] Escriba { $network } en la lista de redes locales.
        [none] Escriba { $network } en la lista de redes locales.
       *[other] Escriba su propia red en la lista de redes locales.
    }{ $lines ->
        [yes] {" "}El lugar: { $change }. Para que cuente: { $apply }.
       *[no] {""}
    } Después, mire dentro otra vez y haga una llamada de prueba.
    .detail = Redes locales ahora: { $now }; la red de la oficina: { $network }; en la lista por error: { $stranger }. chan_sip usa su dirección de fuera solo con quienes no están en localnet, y nunca mientras localnet está vacío; PJSIP igual, con local_net de cada transporte. En las palabras de esa central: { $change } (ahora: { $now }; más líneas: { $more }). Para que cuente: { $apply }. Visto { $looked }.

voice-range-differs = Su central usa otras puertas para las voces
    .meaning = { $how ->
        [shut] Su central elige una puerta para las voces de cada llamada. Algunas de las puertas entre las que elige no están abiertas en su muro. Entonces la llamada queda muda.
        [usual] La mayoría de las centrales de este tipo usan { $usual }. La suya usa { $range }. Desde ahora, el plan y la guía siguen a la suya.
       *[other] Las centrales de este tipo usan otras puertas. Desde ahora, el plan y la guía siguen a la suya.
    }
    .action = { $how ->
        [shut] Haga en su router una regla que lleve { $range } a la central. O deje que la central use solo de { $first } a { $last }.
        [usual] Compruebe que su router lleva { $range } a la central.
       *[other] Compruebe que su router lleva a la central todas sus puertas para las voces.
    }{ $how ->
        [shut] {" "}El lugar: { $change }. Para que cuente: { $apply }.
       *[usual] {""}
    } Después, mire dentro otra vez y haga una llamada de prueba.
    .detail = Rango RTP de la central: { $range }; usual: { $usual }; el router lleva hasta ella: { $listed }; escrito en el archivo: { $written }. En las palabras de esa central: { $change } (ahora: { $now }; más líneas: { $more }). Para que cuente: { $apply }. Visto { $looked }.

sip-port-differs = Su central espera detrás de otra puerta
    .meaning = { $how ->
        [not-bound] Su central debe esperar detrás de esta puerta, y allí no hay nadie. Quizá la ocupa otro programa, o la central no se reinició.
        [off] Su central no habla del modo para el que está hecha esta puerta.
       *[elsewhere] Los visitantes llegan a una puerta, y su central espera detrás de otra.
    }
    .action = Deje que su central use la puerta que los visitantes conocen. O haga que la entrada lleve a la puerta que ella usa.{ $lines ->
        [yes] {" "}El lugar: { $change }. Para que cuente: { $apply }.
       *[no] {""}
    } Después, mire dentro otra vez.
    .detail = Pedido: { $asked }; la central ocupa: { $really }. Un router también puede llevar el número de fuera a otro de dentro. En las palabras de esa central: { $change } (ahora: { $now }; más líneas: { $more }). Para que cuente: { $apply }. Visto { $looked }.

visitor-banned = Su central rechaza a alguien que es de los suyos
    .meaning = { $who ->
        [phone] Uno de sus propios teléfonos está en su lista de los que se quedan fuera.
        [office] Su propia dirección en la calle está en su lista de los que se quedan fuera.
        [here] Este equipo está en su lista de los que se quedan fuera.
        [trusted] Alguien de su lista de invitados está en su lista de los que se quedan fuera.
       *[walker] El visitante que tocó está en su lista de los que se quedan fuera.
    } Las centrales hacen esas listas tras demasiados intentos equivocados.
    .action = Quite la dirección de esa lista.{ $lines ->
        [yes] {" "}El camino: { $change }.
       *[no] {""}
    } Después, ponga la contraseña correcta en ese teléfono, o pronto volverá a la lista.
    .detail = Rechazados: { $addresses } ({ $all } en total), por { $keeper }, lista { $jail }. Visto { $looked }. Una dirección propia debe estar en la lista de las que nunca se bloquean (ignoreip en fail2ban, trusted en el firewall de FreePBX).

nat-settings-of-extension = A algunos teléfonos de fuera les falta un ajuste
    .meaning = { $only ->
        [qualify] Su central nunca pregunta a estos teléfonos si están ahí. El router de su lado puede olvidar el camino de vuelta, y entonces no suenan.
       *[more] Su central envía sus respuestas a la dirección que el propio teléfono escribió. En su casa es un número de habitación, y desde la calle nadie lo encuentra.
    }
    .action = Cambie estos ajustes de cada teléfono de fuera.{ $lines ->
        [yes] {" "}El lugar: { $change }. Para que cuente: { $apply }.
       *[no] {""}
    } Después, mire dentro otra vez y haga una llamada de prueba desde fuera.
    .detail = Extensiones: { $names } ({ $all } en total). Falta: { $settings }. Las líneas que se muestran son las de la primera. En las palabras de esa central: { $change } (ahora: { $now }; más líneas: { $more }). Para que cuente: { $apply }. Visto { $looked }.

phone-not-registered = Algunos teléfonos no están registrados
    .meaning = { $how ->
        [silent] Estos teléfonos se registraron, y ahora no responden a su central. Nadie puede llamarlos.
       *[away] Otros teléfonos están registrados, y estos no. Nadie puede llamarlos.
    }
    .action = { $how ->
        [silent] Mire la línea de estos teléfonos, y apáguelos y enciéndalos: { $names }.
        [away] Mire estos teléfonos: { $names }. Compruebe en cada uno el nombre del servidor y la contraseña. Pase por alto los que nadie usa.
       *[other] Mire los teléfonos que no suenan. Compruebe en cada uno el nombre del servidor y la contraseña.
    } Después, mire dentro otra vez.
    .detail = { $names } ({ $all } en total; registrados: { $signed }). Visto { $looked }.

guest-calls-allowed = Su central deja llamar a desconocidos
    .meaning = Según sus propios ajustes, su central acepta llamadas de gente sin nombre ni contraseña. Esas llamadas pueden acabar en su factura.
    .action = Desactive en la central las llamadas de desconocidos.{ $lines ->
        [yes] {" "}El lugar: { $change }. Para que cuente: { $apply }.
       *[no] {""}
    } Después, mire dentro otra vez.
    .detail = Un valor de fábrica también cuenta: chan_sip acepta invitados mientras no esté escrito allowguest=no, y PJSIP donde un endpoint se llama anonymous. En las palabras de esa central: { $change } (ahora: { $now }; más líneas: { $more }). Para que cuente: { $apply }. Visto { $looked }.

callout-enabled = Se puede marcar hacia fuera desde un buzón
    .meaning = Quien averigua el código de un buzón puede marcar hacia fuera desde él. Los ladrones prueban esos códigos de noche, y la factura es suya.
    .action = Desactive marcar hacia fuera y devolver la llamada en cada buzón que no lo necesite.{ $lines ->
        [yes] {" "}El lugar: { $change }. Para que cuente: { $apply }.
       *[no] {""}
    } Después, mire dentro otra vez.
    .detail = Buzones o contextos: { $names } ({ $all } en total). En las palabras de esa central: { $change } (ahora: { $now }; más líneas: { $more }). Para que cuente: { $apply }. Visto { $looked }.

international-open = Todos los teléfonos pueden llamar al extranjero
    .meaning = Su central deja que todos los teléfonos llamen al extranjero. Un ladrón que llegue a un teléfono también puede, toda una noche.
    .action = Pida un límite a su compañía telefónica, o deje llamar al extranjero solo a quien lo necesite. Deje los números de emergencia, como 112 y 911, como están.{ $lines ->
        [yes] {" "}El camino: { $change }.
       *[no] {""}
    } Después, mire dentro otra vez.
    .detail = Patrones que llevan al extranjero: { $names } ({ $all } en total). En las palabras de esa central: { $change } (ahora: { $now }; más líneas: { $more }). Para que cuente: { $apply }. Visto { $looked }.

problem-paste-foreign-file = Este bloque nombra un archivo que no es de una central
    .action = Ejecute de nuevo el bloque en la central y pegue lo que escriba. No use este: nombra { $file }.
problem-paste-holds-secret = En este bloque hay una contraseña
    .action = Ejecute de nuevo el bloque en la central y pegue lo que escriba. De este no se guardó nada. Si la contraseña es real, cámbiela allí: { $key }.
problem-paste-absurd = Este bloque dice algo que no puede ser
    .action = Ejecute de nuevo el bloque en la central y pegue lo que escriba. No use este: { $line }.
problem-paste-old = Lo que dijo la central es de otro día
    .action = { $why ->
        [clock] Ejecute de nuevo el bloque en la central: este se hizo { $at }. Si se hizo ahora mismo, ponga primero en hora el reloj de esa caja.
        [check] Compruebe de nuevo su oficina y después mire dentro otra vez: la comprobación es de { $checked }, y la mirada dentro de { $at }.
       *[other] Mire dentro otra vez.
    }
problem-paste-other-box = Esto lo dice otra caja de sí misma
    .action = Ejecute el bloque en su central, { $address }. Este es de una caja en { $addresses }.

report-inside = Lo que la central dice de sí misma
paper-column-setting = Ajuste
paper-column-value = Valor
paper-column-place = Dónde
