# Español neutro, de usted. La imagen: un reenvío de puertos es una entrada independiente en el muro exterior del
# edificio. Lleva directo a la central telefónica. El router es el muro; su dirección pública, la dirección en la calle.
# Fuera de .detail, .term, de la guía y de las reglas no hay palabras técnicas. El silencio nunca es «cerrado».
#
# La imagen, siempre con las mismas palabras:
#   entrance entrada · outer wall muro exterior · street address dirección en la calle · door puerta · bell timbre ·
#   name plate placa · guest list lista de invitados · cabinet armario (bajo llave) · doorman portero · letter carta ·
#   gatekeeper guardián del muro · guard vigilante · visitor visitante · to knock tocar a la puerta · a knock un toque ·
#   to step outside salir a la calle · tower torre con una puerta común a la calle · landlord propietario ·
#   second building segundo edificio · room habitación · desk mesa · voices voces · stranger desconocido · way out salida
# Las cosas del programa:
#   phone system central telefónica · router router · computer equipo · desk phone teléfono de mesa · mobile phone
#   teléfono móvil · check revisar, revisión · proved comprobado · to try intentar, poner a prueba · take back deshacer ·
#   make it last hacer que dure · by hand a mano · practice office oficina de práctica · standing helper ayudante
#   permanente · witness testigo · walk recorrido · extension extensión · report informe · internet company compañía de
#   internet · phone company compañía telefónica · phone system file archivo de central telefónica
# Palabras técnicas: port puerto · port forward reenvío de puertos · mapping mapeo · lease plazo (lease)

not-known = no se sabe
count-entrances = { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
}

## Findings: your network and your router

no-network = Este equipo no está conectado a ninguna red
    .meaning = Usted está en una habitación sin puerta. Desde aquí nadie ve la calle, y quizá ni siquiera su router.
    .action = Conecte el cable de red o únase al Wi-Fi de su oficina. Después, revise otra vez.
    .detail = Ningún adaptador tiene una ruta predeterminada, así que no se puede medir nada más allá de la propia red de este equipo.

vpn-in-the-way = Hay una VPN entre este equipo y su oficina
    .meaning = Una VPN es un túnel hacia otro edificio. Mientras está activa, usted ve los muros de aquel edificio y no los suyos.
    .action = Apague la VPN unos minutos. Después, revise otra vez.
    .detail = La ruta predeterminada sale por { $adapter }, que es una VPN, un túnel o un adaptador virtual. La puerta de enlace y la dirección pública que se ven por él son de la VPN y no de la oficina.

router-not-found = Su router no acepta encargos, así que lo haremos a mano
    .meaning = El muro exterior está ahí, pero nadie en él recibe encargos. Por eso las entradas las hace usted. Es muy normal, y esas reglas duran más.
    .action = { $proved ->
        [yes] Deje todo como está: un visitante comprobó las reglas hechas a mano.
       *[no] Haga las entradas a mano. La guía de su router muestra cada paso.
    }
    .detail = La puerta de enlace predeterminada { $router } no responde ni a UPnP (SSDP, multidifusión y unidifusión) ni a PCP ni a NAT-PMP (UDP 5351). Puede que UPnP esté desactivado en sus ajustes, o que esta red mantenga separados los dispositivos (Wi-Fi de invitados).

local-network-denied = Este equipo no deja al programa entrar en la red de la oficina
    .meaning = Un portero en la puerta de este equipo deja salir al programa a la calle, pero no al pasillo. Por eso no puede preguntar ni a su router ni a su central. De ellos aún no se sabe nada.
    .action = Permita que el programa hable con su propia red y, después, revise otra vez.{ $system ->
        [macos] {" "}Abra el menú Apple, «Ajustes del Sistema», «Privacidad y seguridad», «Red local», y actívelo allí. Si su Mac lo pregunta ahora mismo, elija «Permitir».
        [windows] {" "}Mire el firewall o el programa de protección de este equipo: retiene lo que este programa envía.
       *[other] {" "}Mire el firewall de este equipo: retiene lo que este programa envía.
    }
    .detail = El envío a 239.255.255.250 UDP 1900 y a la puerta de enlace { $router } falló en este mismo equipo, antes de que nada saliera. { $system ->
        [macos] macOS 15 y posteriores responden enseguida «no route to host» (EHOSTUNREACH) a un programa sin el permiso «Red local». Pregunta una vez, en el primer intento, y desde entonces el programa está en esa lista. Una VPN o un filtro de paquetes con una regla contra la red local se ve igual.
        [windows] WSAEACCES: una regla de salida del firewall de Windows o de un paquete de seguridad.
       *[other] EPERM o EHOSTUNREACH: una regla para paquetes salientes, una VPN que corta la red local o un entorno aislado.
    }

replies-blocked = Este equipo no deja entrar la respuesta de su router
    .meaning = El programa llamó, y { $what ->
        [datagrams] en este equipo no entra ninguna respuesta de las cortas. Ese silencio no dice nada de su router ni de su central.
       *[search] la respuesta del router no entró, aunque el router está ahí.
    } Casi siempre la retiene un firewall de este equipo.
    .action = Deje pasar este programa por el firewall de este equipo y, después, revise otra vez.{ $system ->
        [windows] {" "}Abra «Configuración», «Privacidad y seguridad», «Seguridad de Windows», «Firewall y protección de red», «Permitir una aplicación a través del firewall», y marque este programa para redes privadas.
       *[other] {""}
    }{ $found ->
        [yes] {" "}O siga sin más: el router se encontró por otro camino.
       *[no] {""}
    }
    .detail = { $what ->
        [datagrams] Un servidor de nombres de la oficina respondió por TCP y no a la misma pregunta por UDP: este equipo descarta el UDP entrante. No se oyen las respuestas a SSDP (UDP 1900), PCP y NAT-PMP (UDP 5351), SIP por UDP y DNS; por eso esas filas dicen «no se pudo preguntar».
       *[search] La puerta de enlace { $router } no respondió a SSDP (UDP 1900), ni a la multidifusión ni en su propia dirección, y se describió por HTTP en uno de los lugares habituales. Un Wi-Fi que pierde la multidifusión, junto con un router que no responde a nada más, se ve igual.
    } { $system ->
        [windows] Windows deja entrar respuestas a una multidifusión durante unos tres segundos. Una regla que creó «Cancelar» cuando su firewall preguntó, la directiva «Prohibir respuestas de unidifusión a peticiones de multidifusión o difusión» o un paquete de seguridad las retiene.
        [macos] Mire «Ajustes del Sistema», «Red», «Firewall», y los paquetes de seguridad.
       *[other] Las reglas con estado no conocen las respuestas a una multidifusión: deje entrar UDP del puerto 1900 del router y, para lo demás, UDP de conexiones establecidas.
    }

several-routers = En su oficina responde más de un router
    .meaning = Su edificio tiene más de un muro con puertas. Solo uno de ellos da a la calle. Las entradas van en ese.
    .action = Use el router que da a la calle. Los detalles dicen cuál es.
    .detail = Respondieron { $count } puertas de enlace. La ruta predeterminada pasa por { $router }; esa lleva a internet. Los mapeos en otra puerta de enlace solo sirven a los visitantes que llegan a la dirección de ella.

carrier-shared-address = Su compañía de internet no le dio una dirección propia
    .meaning = Imagine una habitación en una torre con una sola puerta común a la calle. Usted puede hacer entradas en su muro, pero los visitantes se quedan ante la puerta común. Solo el propietario, su compañía de internet, puede darle una puerta propia.
    .action = Llame a su compañía de internet y pida una dirección IPv4 pública propia. Algunas la llaman dirección fija. Después, revise otra vez.{ $newer ->
        [answered] {" "}Mientras tanto, los teléfonos pueden entrar por la clase de dirección más nueva, si su propia línea también la tiene: ponga en ellos { $newer_address }, o un nombre que lleve allí.
        [offered] {" "}O deje entrar a los teléfonos por la clase de dirección más nueva, que no necesita puerta común: su router la abre para la propia central telefónica.
        [there] {" "}O pida ayuda con la clase de dirección más nueva: su línea la tiene, y no necesita puerta común.
       *[none] {""}
    }
    .detail = Carrier-grade NAT (RFC 6598, 100.64.0.0/10). Router { $router }: dirección WAN { $wan }, siguiente salto hacia fuera { $hop }. Ningún reenvío de puertos de este router es accesible desde internet por IPv4. Si ahí aparece una dirección de 192.0.0.0/29, la línea no tiene IPv4 propia (DS-Lite, 464XLAT): solo se puede llegar a ella por IPv6.{ $newer ->
        [answered] {" "}Por IPv6, la propia central respondió a un visitante en { $newer_address }; los teléfonos, las líneas móviles y los invitados que solo tienen IPv4 siguen sin poder entrar.
        [offered] {" "}Por IPv6, el router acepta pasos (pinholes): entrance open --ipv6, en la central telefónica.
        [there] {" "}La oficina tiene IPv6; su router no ofrece pasos (pinholes), así que la regla se hace ahí a mano.
       *[none] {""}
    }

public-address-differs = La calle ve otra dirección que su router
    .meaning = Su router dice que usted vive en una dirección. Los visitantes lo ven en otra. Puede que comparta una puerta común, que tenga una segunda línea de internet o que esté dentro de una VPN.
    .action = Apague cualquier VPN y desconecte un momento la segunda línea de internet. Después, revise otra vez. Si las direcciones siguen siendo distintas, pida a su compañía de internet una dirección pública propia.
    .detail = El router tiene la dirección WAN { $wan }; el otro dato sobre esta oficina es { $address } (según: { $from ->
        [stun] un servidor STUN
        [typed] lo que usted escribió
       *[outside] lo visto desde fuera
    }). Tres causas: (1) carrier-grade NAT detrás de una dirección WAN que parece pública: la diferencia sigue con una sola línea y sin VPN; (2) una segunda línea o reparto de carga: la dirección de fuera es la de la otra línea, o cambia; (3) una VPN: la dirección de fuera es de la empresa de la VPN.

public-address-unknown = Nadie supo decir su dirección en la calle
    .meaning = Los visitantes necesitan su dirección en la calle para encontrarlo. Su router no la dice, y no se le preguntó a nadie más.
    .action = Escriba el nombre del servidor que tienen los teléfonos de fuera. O escriba su dirección en la calle. Sirve una página web que muestre su dirección, si la abre en la oficina.
    .detail = El router no dio una dirección WAN pública, y ningún nombre ni dirección de los teléfonos de fuera lleva a una. Modos de saberla: la página de estado del router, el nombre que usan los teléfonos de fuera, lo que diga el dueño o un recorrido desde fuera.

second-router = Hay un segundo router delante del suyo
    .meaning = Un segundo edificio rodea el suyo. También su puerta exterior necesita una entrada. Sin ella, los visitantes nunca llegan a su muro.
    .action = Busque la caja de fuera. A menudo es el módem de su compañía de internet. Póngala en modo puente, o haga en ella las mismas entradas y dirija estas hacia su router. Si no hay tal caja, pida a su compañía de internet una dirección pública propia.
    .detail = Doble NAT. Router { $router }: dirección WAN { $wan }, siguiente salto hacia fuera { $hop }; es privada (RFC 1918). Ponga el router exterior en modo puente, o reenvíe en él los mismos puertos hacia la dirección WAN de este router. Si no hay una caja exterior en el edificio, la red privada puede ser del operador: entonces solo el operador puede ayudar. La caja exterior, según responde aquí: { $outer }.

wan-address-unknown = Su router no dice su dirección en la calle
    .meaning = El muro no tiene número del lado de la calle. Puede que la línea esté caída, que haya otro muro más afuera o que el router se guarde el número.
    .action = Abra la página de estado de su router y busque su dirección de internet. Siga después hasta el paso de tocar desde fuera y escríbala allí.
    .detail = El router { $router } no da una dirección WAN utilizable (vacía, o 0.0.0.0). Algún firmware (miniupnpd) responde así cuando su lado WAN es privado o compartido. El siguiente salto hacia fuera tampoco muestra nada.

router-refuses-other-devices = Su router deja que cada dispositivo abra solo su propia entrada
    .meaning = El guardián del muro es prudente. Cada dispositivo puede pedir una puerta para sí mismo y para nadie más. Por eso este equipo no puede pedirla para la central telefónica. No hay nada roto.
    .action = Haga la entrada a mano. La guía de su router muestra cada paso. O ejecute este programa en la propia central telefónica, donde sí puede pedirla: la orden se muestra junto a esto.
    .detail = El router { $router } rechazó { $ports } ({ $services }) con el error UPnP { $code }. 606, o 718 sin que nadie ocupe el puerto, significa modo seguro: un dispositivo solo puede crear mapeos hacia su propia dirección. No afecta a una regla hecha a mano; tampoco a este programa cuando se ejecuta en la propia central telefónica: { $command }{ $elsewhere ->
        [yes] {" "}La central telefónica está en otra red que este equipo (una VLAN o una subred): algunos routers solo abren a dispositivos de la red de quien pide, y este programa, ejecutado en la propia central, distingue los dos casos.
       *[no] {""}
    }

router-refuses = Su router no abre esta entrada cuando se le pide
    .meaning = { $why ->
        [no-address] El muro no tiene número del lado de la calle. Mientras siga así, el guardián no le abre una puerta a nadie.
        [another-nat] Hay otro muro entre este equipo y su router. El guardián ve que pide otra persona, y a los desconocidos no les abre nada.
        [forbidden] Se le pidió al guardián una puerta hacia este mismo dispositivo, y no tiene permiso para darla. No hay nada roto. Alguien se lo ordenó, o vino así de fábrica.
        [not-this-one] El guardián daría otra puerta, pero no esta. La tiene otro, o él no puede cederla. Los teléfonos de fuera solo conocen esta.
       *[unknown] Se le pidió al guardián y dijo que no. Su motivo no nos dice más.
    }
    .action = Mire { $why ->
        [no-address] la página de estado de su router. Si la línea está caída, llame a su compañía de internet. Si la línea funciona, pídale una dirección pública propia.
        [another-nat] qué muro hay en medio. A menudo es una máquina virtual que se esconde detrás del equipo donde vive. Dele una dirección propia en la red de su oficina.
        [forbidden] en los ajustes de su router la lista de dispositivos que pueden abrir entradas, y permita este. O haga la entrada a mano.
        [not-this-one] la lista de reglas de su router. Si una regla tiene este número y nadie la necesita, quítela. Si no hay ninguna, haga la entrada a mano.
       *[unknown] la guía de su router y haga la entrada a mano.
    }
    .detail = El router { $router } rechazó { $ports } con el error { $code }. { $why ->
        [no-address] No tiene una dirección WAN utilizable: NETWORK_FAILURE (PCP 7, NAT-PMP 3), o UPnP 501 con dirección vacía, como responde miniupnpd detrás de otro NAT.
        [another-nat] ADDRESS_MISMATCH (PCP 12): la petición le llegó desde otra dirección que aquella desde la que se envió.
        [forbidden] NOT_AUTHORIZED (2), o UPnP 606 o 718 para la propia dirección del dispositivo que pide: prohibido por una regla de permisos, o desactivado para este dispositivo.
        [not-this-one] CANNOT_PROVIDE_EXTERNAL (PCP 11), u otro puerto concedido por NAT-PMP: lo ocupa otro cliente o una regla hecha a mano, o lo prohíbe una regla de permisos. Los protocolos no dicen cuál.
       *[unknown] Nadie ocupa el puerto, y ningún otro rechazo dice por qué.
    }

port-not-permitted = Su router niega esta entrada, pero permite otras
    .meaning = El guardián abre algunas puertas si se le piden y otras se las guarda. Las puertas con número bajo suelen ser del router.
    .action = Haga esta entrada a mano. La guía de su router muestra cada paso.
    .detail = El router { $router } rechazó { $ports } ({ $services }) con el error { $code }, mientras que otros puertos pasan. La regla de fábrica de muchos routers solo permite de 1024 a 65535.

mapping-conflict = Otro dispositivo ya tiene esta entrada
    .meaning = La puerta que usted necesita existe, pero lleva otra placa. Nunca le quitamos una puerta a nadie.
    .action = Mire la lista de reglas de su router. Quite la línea vieja si nadie la necesita, o apague el servicio telefónico del propio router. Después, revise otra vez.
    .detail = { $ports } ({ $services }) no se pueden mapear en { $router }: error { $code }, ocupado por { $client }. 718 es el mapeo de otro dispositivo; 729, una regla hecha a mano o un servicio del propio router.

mapping-table-full = Su router ya no admite más entradas
    .meaning = { $forgot ->
        [yes] Su router dijo que sí y luego no conservó la puerta. Casi siempre es porque en su muro caben solo unas cuantas, y todas están ocupadas.
       *[no] En el muro caben solo unas cuantas puertas, y todas están ocupadas.
    }
    .action = Quite de la lista de su router las reglas que nadie necesita. O haga esta entrada a mano. Después, revise otra vez.
    .detail = Router { $router }, { $ports } ({ $services }): { $forgot ->
        [yes] respondió con éxito, y la entrada no aparece al volver a leer.
       *[no] rechazó con el error { $code }.
    } Su lista tiene { $count } entradas. 728, NO_RESOURCES o USER_EX_QUOTA de PCP, 402 con la tabla llena, o un «éxito» que no aparece al volver a leer, significan que la tabla de mapeos está llena; unos pocos routers nunca conservan lo que pide un programa.

mapping-not-listed = Esta entrada no está en la lista de su router
    .meaning = En la lista del router no hay una placa para ella. Una puerta hecha a mano puede faltar en la lista y aun así existir. Solo un toque desde fuera puede decirlo.
    .action = Abra la entrada, o toque antes desde fuera para ver si ya existe.
    .detail = { $services } ({ $ports }): el router no lista ningún mapeo, y nadie miró desde fuera. Muchos routers no incluyen en la lista de UPnP las reglas hechas a mano.

mapping-missing = Un visitante no oyó nada, y no figura ninguna entrada
    .meaning = { $list ->
        [leaves-out] La lista de su router omite reglas hechas a mano, como muestra otra entrada. Así que esta puerta también puede estar, y estar mal.
       *[read] Un visitante tocó a la puerta y no oyó nada. No conocemos ninguna puerta en el muro exterior que lleve a su central telefónica.
    }
    .action = { $list ->
        [leaves-out] Compare la regla hecha a mano con la guía. Si no hay ninguna, abra la entrada. Usted ve cada cambio antes de que se haga.
       *[read] Abra la entrada. Usted ve cada cambio antes de que se haga.
    }
    .detail = { $services } ({ $ports }): { $list ->
        [read] el router no lista ningún mapeo
        [leaves-out] el router no lista ningún mapeo, aunque también le falta otro que está comprobado
       *[unread] no se pudo leer ninguna lista de mapeos
    }, y no hubo respuesta desde fuera. Si se hizo una regla a mano (muchas listas no las incluyen), compárela con la tabla de la guía; si está bien, algo delante del router o en la calle del visitante retiene el toque.

mapping-wrong-device = Esta entrada lleva al dispositivo equivocado
    .meaning = { $kind ->
        [phone-system] La puerta existe, pero lleva a su otra central telefónica, { $other }. Una puerta solo puede llevar a una de las dos.
       *[other] La puerta existe, pero detrás está la habitación equivocada. Los visitantes de la central telefónica acaban en otro dispositivo.
    }
    .action = Cambie la regla de su router para que lleve a la central telefónica que se revisó. La guía muestra cada paso. { $kind ->
        [phone-system] Si hay que llegar a las dos, déjela como está y dé a una de ellas otro número en la calle, en el router y en sus teléfonos.
       *[other] { "" }
    }
    .detail = { $services } ({ $ports }): mapeado hacia { $client }, puerto { $port }, y no hacia la central telefónica { $address }.

mapping-wrong-port = Esta entrada lleva al lugar equivocado por dentro
    .meaning = La puerta existe, pero lleva a la mesa equivocada, o está hecha para otra clase de visitante.
    .action = Cambie la regla de su router. La guía tiene una tabla con los números correctos para copiar.
    .detail = { $services } ({ $ports }): mapeado hacia el puerto { $port } de { $address }. Es otro puerto interior que el que escucha la central telefónica, o solo el otro protocolo.

mapping-disabled = Esta entrada está hecha, pero desactivada
    .meaning = La puerta tiene su placa, pero alguien echó la llave. Nadie puede entrar hasta que se active.
    .action = Active la regla en su router. Después, revise otra vez.
    .detail = { $services } ({ $ports }): en la lista hacia { $address } con NewEnabled = 0.

mapping-expires = Esta entrada se abrió solo por un tiempo limitado
    .meaning = Pasado ese tiempo, el router cierra la puerta con llave por sí solo, y las llamadas dejan de entrar sin aviso.
    .action = Haga la regla a mano en su router. Así se queda. Hasta entonces, deje abierto este programa o ejecute «entrance watch»: renueva lo que abrió.
    .detail = El plazo (lease) de { $ports } ({ $services }) se acaba; el primero, el { $until }. Los routers de la versión 2 dan como máximo 604800 segundos (7 días), aunque se les pida sin fin.

mapping-listed-but-dead = Su router tenía en la lista una entrada que no funcionaba
    .meaning = La placa estaba ahí, pero la puerta de detrás estaba atascada. Quitarla y ponerla de nuevo ayudó. Puede volver a atascarse.
    .action = Haga esta regla a mano, para que dure. Después, instale las actualizaciones de su router.
    .detail = { $services }: en la lista y correcto, con respuesta por dentro y silencio desde fuera; tras borrar y añadir el mapeo respondió desde fuera.

range-too-long-for-router = Hacen falta más puertas de las que su router abre una a una
    .meaning = { $kind ->
        [fax] Un fax elige su puerta de una larga fila.
       *[voices] Cada llamada necesita dos puertas pequeñas para su sonido.
    } Un router que las abre una a una pronto se queda sin sitio. Una sola regla hecha a mano las cubre todas.
    .action = Haga a mano una sola regla para todas. La guía muestra los números para copiar.
    .detail = El rango { $kind ->
        [fax] de fax
       *[voices] de voz
    } { $range } no se puede o no se debe mapear puerto por puerto: muchas tablas admiten 32 entradas, y la limpieza empieza a partir de 20. { $kind ->
        [fax] Acorte el rango en la central telefónica o déjelo entero, y reenvíelo como una sola regla UDP.
       *[voices] Llamadas a la vez: { $calls }. Dos puertos por llamada más dos hacen { $proposed }. Acorte el rango en la central telefónica a lo que las llamadas necesitan y reenvíelo como una sola regla UDP.
    }

## Findings: your phone system

phone-system-not-found = Su central telefónica aún no se ha encontrado
    .meaning = Conocemos el muro, pero no la habitación donde está la central telefónica. Ninguna puerta puede llevar a una habitación que no conocemos.
    .action = Escriba la dirección de la central telefónica. Un teléfono de mesa la muestra en su menú de estado, como su servidor. O deje que este programa eche un vistazo a la red de su oficina.
    .detail = No se dio ninguna dirección, no se conoce ninguna de la última revisión y ninguna máquina de la red local parece una central telefónica. En el terminal: --pbx ADDRESS, o --find-phone-system. El vistazo abarca la propia red de este equipo; una central en otra red (una VLAN) solo se encuentra por su dirección.

phone-system-silent = Nada responde en la dirección de su central telefónica
    .meaning = Tocamos a la puerta de la oficina que está detrás de la entrada, y nadie respondió. { $apart ->
        [yes] Su router tampoco responde. Así que este equipo puede estar en un Wi-Fi de invitados, que mantiene separados los dispositivos. O la central telefónica está apagada o se mudó.
       *[no] Puede estar apagada. Puede que se haya mudado a otra habitación.
    }
    .action = Compruebe que { $apart ->
        [yes] este equipo está en la propia red de la oficina, mejor por cable, y que
       *[no] {""}
    } la central telefónica está encendida y que su dirección es la correcta. Después, revise otra vez.
    .detail = Ningún servicio del perfil respondió en { $address } (un rechazo no es una respuesta). { $there ->
        [yes] La máquina sí está ahí: mire su firewall, y si la clase de central elegida es la correcta.
        [no] No se vio ninguna máquina con esta dirección en la red local: mire su corriente, su cable y su dirección.
       *[other] No se pudo ver si la máquina está ahí.
    }

service-not-running = Una parte de su central telefónica no responde
    .meaning = { $outside ->
        [yes] A un visitante en la calle se le responde, y a este equipo no. Puede que su central telefónica no deje entrar a este equipo. O en la calle responde otro.
       *[no] La central telefónica está en casa, pero una de sus mesas no responde. Una entrada que lleva a una mesa vacía no le sirve a nadie.
    }
    .action = Pida a quien cuida de la central telefónica que { $outside ->
        [yes] quite este equipo de su lista de direcciones bloqueadas
       *[no] ponga en marcha este servicio
    }. Después, revise otra vez.
    .detail = { $services } ({ $ports }) en { $address }: rechazado o en silencio por dentro. { $outside ->
        [yes] Desde fuera sí respondió: mire fail2ban y el firewall de la propia central por si bloquean la dirección de este equipo. Mientras nada responda por dentro, no se puede mostrar de quién era la respuesta.
       *[no] Aquí responde al menos otro servicio de esta central telefónica. Desde fuera tampoco respondió, o nadie preguntó.
    }

several-phone-systems = En su oficina responde más de una central telefónica
    .meaning = Una puerta a la calle lleva solo a una de ellas. { $chosen ->
        [yes] Lo que se dice aquí vale para la que se revisó.
       *[no] Hasta que usted elija una, no se puede decir nada de ninguna.
    }
    .action = Elija cuál usan los teléfonos de fuera { $chosen ->
        [yes] y revise también la otra.
       *[no] y revise primero esa. Después revise también la otra.
    } Si hay que llegar a las dos, dé a una de ellas otros números de puerta en la calle. O pregunte a un técnico. En los detalles está lo que ayuda.
    .detail = Revisada: { $address }. También responde: { $others }. La lista del router: { $leads }. Para llegar a las dos: reenviar otros puertos de fuera a una de ellas y ponerlos en sus teléfonos, o poner un controlador de frontera de sesión (session border controller) delante de ambas.

phone-system-moved = Su central telefónica se mudó a otra dirección
    .meaning = La oficina de detrás de la entrada se mudó a otra habitación. Las puertas que se hicieron antes llevan a la antigua.
    .action = Reserve en su router una dirección fija para la central telefónica. Después, haga que las entradas lleven a ella.
    .detail = { $by ->
        [hardware] El mismo dispositivo (dirección de hardware) estaba en { $client } en la última revisión y ahora está en { $address }.
       *[name] Una central telefónica que se presenta con el mismo nombre estaba en { $client } en la última revisión, y ahora hay una en { $address }. Nadie pudo decir su dirección de hardware, así que una máquina nueva de la misma clase se ve igual.
    }

phone-system-address-may-change = La dirección de su central telefónica puede cambiar un día
    .meaning = Su router reparte los números de las habitaciones. Un día puede darle a la central telefónica uno nuevo. Entonces las entradas llevan a una habitación vacía.
    .action = Reserve en su router la dirección de la central telefónica. La guía muestra dónde.
    .detail = Nada muestra que { $address } esté reservada (reserva DHCP) o puesta a mano en la central telefónica.

wrong-machine-answers = En su entrada responde otra máquina
    .meaning = Tocamos y alguien respondió, pero no era su central telefónica. Detrás de esa puerta vive otro. A menudo es el propio router.
    .action = Mire adónde lleva la regla de su router. Apague el servicio telefónico del propio router si no lo usa.
    .detail = { $services } ({ $ports }): por dentro responde «{ $seen_inside }», por fuera responde «{ $seen_outside }». Lo más probable es que sean dos máquinas: una regla que lleva a otra parte, o el servicio SIP del propio router. Una central que responde a los desconocidos de otro modo que a su propia red puede verse igual; entonces su propio registro muestra el toque.

## Findings: the knock from outside

not-seen-from-outside = Todavía nadie ha mirado desde fuera
    .meaning = Desde dentro de la casa no se ve si la puerta de la calle abre. Solo un visitante puede verlo.
    .action = Toque desde fuera. Use el internet de su teléfono móvil, o envíe un código a un colega que esté en casa.
    .detail = No se usó ningún punto de vista exterior, así que no se puede verificar ningún servicio. Una prueba de la dirección pública desde dentro (hairpin) demuestra poco: encuentra otras reglas que un desconocido.

helper-unreachable = No se pudo tocar a la puerta desde fuera
    .meaning = Nuestro visitante tuvo problemas y no llegó hasta su puerta. Esto no dice nada de su oficina.
    .action = Intente otra vez, o elija otro modo de tocar desde fuera.
    .detail = El propio recorrido falló: { $trouble ->
        [no-way-out] el visitante no tenía salida a internet, o lo detuvo su propio firewall
        [limit] se alcanzaron los límites que evitan un bloqueo, así que no se envió nada
        [time] el tiempo se acabó antes de preguntar nada
        [not-walked] nadie hizo el recorrido
       *[other] { $trouble }
    }. De él no se sabe nada sobre la oficina.

walk-path-unproved = Este recorrido no demuestra nada sobre estas puertas
    .meaning = { $streets ->
        [lies] En este recorrido parecían abrirse todas las puertas, incluso las que nadie usa. Quizá las abre todas la calle del visitante, o su router envía cada toque a una sola máquina. Por eso no podemos decir si los armarios están cerrados.
        [several] Visitantes de más de una calle no oyeron nada de su oficina. Así que el silencio parece venir de su lado. Pero ningún visitante ha oído una palabra, de modo que ni eso es seguro.
       *[one] El visitante no oyó nada de su oficina. Quizá su propia calle se traga esos toques. Por eso no podemos decir de qué lado estaba el silencio.
    }
    .action = Pruebe { $streets ->
        [lies] desde otra calle. Si allí también se abren todas las puertas, busque en su router un ajuste que envía todo a una sola máquina («equipo expuesto») y apáguelo.
        [several] con su compañía de internet: pregunte si retiene llamadas telefónicas por internet. Mire también el firewall de su router.
       *[one] desde otra calle, como otra red móvil u otra casa. Antes, apague el Wi-Fi del teléfono.
    }
    .detail = El recorrido (por: { $walker ->
        [colleague] un colega
        [step-outside] este equipo en otra calle
       *[helper] un ayudante permanente
    }, desde { $address }) no obtuvo una respuesta correcta de esta oficina, o también parecían aceptar puertos sin uso, así que la calle donde estaba responde por otros. Las líneas móviles y sus puntos de acceso a menudo filtran el 5060 o anteponen un proxy o una página de inicio de sesión.{ $streets ->
        [several] {" "}Otro recorrido, desde otra dirección, tampoco la obtuvo: mire los filtros del operador, un módem delante del router, el firewall del propio router y el de la central telefónica (orígenes de fuera).
       *[one] {""}
    }

visitor-shut-out = Su entrada se abrió para alguien, pero no para este visitante
    .meaning = { $others ->
        [yes] A un visitante se le responde y a otro no.
       *[no] Hace poco se le respondió aquí a alguien, y ahora a este visitante no.
    } Casi siempre una lista deja fuera a este visitante. Las centrales telefónicas hacen esas listas tras demasiados intentos equivocados.
    .action = Busque en su central telefónica la lista de direcciones bloqueadas. Quite de ella { $known ->
        [yes] { $address }
       *[no] la dirección de este visitante
    }. Después, ponga la contraseña correcta en el teléfono de ese visitante. { $others ->
        [yes] {""}
       *[no] Si no está en ninguna lista, haga que alguien toque desde otra calle. Si tampoco oye nada, toda la entrada está en silencio.
    }
    .detail = { $services } ({ $ports }): { $known ->
        [yes] { $address }
       *[no] un visitante cuya dirección nadie dijo (la dice una página web que muestra la dirección propia, abierta en la línea de ese visitante)
    } no recibe respuesta, mientras que otra calle la recibió hace menos de media hora, o la misma la recibió antes. Mire fail2ban, el firewall de la propia central telefónica y cualquier lista de orígenes de confianza. Si la dirección no está en ninguna, puede que la línea de ese visitante filtre el puerto 5060: que toque también desde otra línea.

phones-use-other-address = Los teléfonos de fuera buscan otra dirección
    .meaning = { $leads ->
        [nowhere] Cada teléfono de fuera lleva un nombre en el bolsillo, y nadie supo decirnos adónde lleva. Así que quizá no encuentre su casa.
        [inside] Cada teléfono de fuera lleva en el bolsillo una dirección que solo significa algo dentro de su casa. Allá fuera no lleva a ninguna parte.
        [newer] Cada teléfono de fuera lleva en el bolsillo una dirección en la calle de la clase más nueva. Su casa no parece tener ninguna de esa clase. Así que los teléfonos no la encuentran.
       *[elsewhere] Cada teléfono de fuera lleva en el bolsillo una dirección en la calle, y no es la suya. Así que toca en otra casa.
    }
    .action = Corrija el nombre del servidor en los teléfonos de fuera. En un trixbox Pro, el nombre para fuera termina en x.
    .detail = Los teléfonos usan { $server }, que lleva a { $address }. La dirección en la calle de la oficina es { $wan }. { $leads ->
        [newer] El nombre no tiene dirección IPv4, y este equipo no ve ninguna IPv6 en la oficina.
       *[other] {""}
    }

not-outside = Ese toque vino de su propia calle
    .meaning = El visitante usó el internet de su propia oficina. Probar la puerta de la calle desde dentro de la casa demuestra poco.
    .action = Apague el Wi-Fi del teléfono móvil, para que salga de la red de su oficina. Después, toque otra vez.
    .detail = { $seen ->
        [inside] La central telefónica vio al visitante en { $address }, una dirección interior: el router dio la vuelta al toque (hairpin). Unos pocos routers escriben su propia dirección interior en todo visitante; detrás de uno así, la prueba es una llamada de prueba.
       *[street] El recorrido se hizo desde { $address }, la dirección pública de la propia oficina, así que no fue desde fuera.
    }

no-answer-outside = Desde fuera no hay respuesta, aunque por dentro todo parece bien
    .meaning = { $bell ->
        [yes] En otras entradas suyas hay respuesta, y en el timbre no. Alguien en el camino retiene justo este timbre. Puede ser en la calle del visitante o en la suya.
       *[no] La central telefónica está en casa, y el router tiene la puerta en su lista. Aun así, un visitante en la calle no oye nada. Algo retiene el toque.
    }
    .action = Pruebe { $next ->
        [bell] primero desde otra calle, como otra casa. Si allí el timbre también calla, pregunte a su compañía de internet si retiene llamadas telefónicas.
        [repair] esto: deje que este programa quite la entrada y la ponga de nuevo, cuando nadie esté al teléfono. Después, toque otra vez.
        [repaired] primero desde otra calle, como otra casa. Quitar la entrada y ponerla de nuevo no ayudó. Si allí también hay silencio, pregunte a su compañía de internet qué retiene.
       *[by-hand] esto: quite la regla y hágala de nuevo a mano. Después, toque otra vez. Si sigue el silencio, pregunte a su compañía de internet qué retiene.
    }
    .detail = { $services } ({ $ports }): con respuesta por dentro, sin nada en contra en la lista del router, en silencio desde fuera, y no se conoce una causa más profunda. { $bell ->
        [yes] Solo calla UDP 5060; en el mismo recorrido hubo respuesta en otros puertos. Dos causas: un filtro en la línea del visitante (las líneas móviles y sus puntos de acceso suelen tenerlo), o un filtro delante del router o dentro de él (del operador, del servicio telefónico del propio router o de su ayuda para SIP). Un toque desde otra línea dice cuál.
       *[no] Mire el firewall del router, una regla hecha a mano que gane a esta, el firewall de la central telefónica (orígenes de fuera) y la puerta de enlace predeterminada de esta.
    }

guest-list-not-proved = Todavía no ha tocado nadie de la lista de invitados
    .meaning = { $stranger ->
        [yes] En la entrada hay una lista de invitados, y un desconocido se quedó fuera. Eso está bien. Pero ningún invitado ha probado aún la puerta.
        [unsure] Un desconocido tocó y no oyó nada, como detrás de una lista de invitados. Pero nada muestra aún que la entrada exista. Ningún invitado ha probado la puerta.
       *[no] Usted nos habló de una lista de invitados. Ningún invitado ha probado aún la puerta, así que nadie sabe si los deja entrar.
    }
    .action = Pida a alguien de la lista de invitados que toque a la puerta. Envíele un código.
    .detail = Orígenes de confianza: { $sources }. Ningún recorrido desde ahí obtuvo respuesta. El silencio ante un desconocido solo cuenta como verificado cuando un recorrido desde ahí la haya obtenido.

blocked-before-router = Ningún visitante llega, aunque por dentro todo parece bien
    .meaning = Las puertas están bien, y la central telefónica está en casa. Aun así, ningún visitante oye respuesta en ninguna. Casi siempre alguien más arriba en la calle retiene a los visitantes. O la central telefónica solo responde a su propia red.
    .action = Pregunte a su compañía de internet si bloquea llamadas telefónicas por internet, y si su línea tiene un paquete de seguridad. Mire también el registro de la central telefónica: si ahí aparece un toque, es su propio vigilante quien retiene a los visitantes.
    .detail = Se tocó en { $services } ({ $ports }) en { $address } y ninguno respondió, aunque por dentro todo está bien y la dirección pública es la de la oficina. Causas habituales: un filtro del operador, la «seguridad avanzada» de la línea, un firewall en un módem en modo puente. Si los toques sí llegan a la central telefónica (su registro, o una captura de paquetes en ella), mire en cambio su firewall (orígenes de fuera, y si solo está bloqueado este visitante) y su puerta de enlace predeterminada.

## Findings: the sound

machine-not-shown = Alguien abrió, y parece su central telefónica
    .meaning = La voz en la puerta era la correcta. Pero la lista de su router no dice a qué habitación lleva esta entrada.
    .action = Mire en su router: la regla debe llevar a su central telefónica y a nadie más. Si es así, todo está bien.
    .detail = { $services } ({ $ports }) respondió desde fuera como responde por dentro la central telefónica ({ $inside }). No hay en la lista ningún mapeo hacia ella (una regla hecha a mano puede no estar en la lista), y ningún vistazo a la red ha mostrado que no responda igual otra máquina.

street-not-shown = No sabemos en qué calle estaba este visitante
    .meaning = El visitante obtuvo una respuesta. Pero nada nos dijo dónde estaba: podía estar dentro de su propio edificio.
    .action = Toque una vez más con un teléfono móvil que no esté en su Wi-Fi.
    .detail = { $services } ({ $ports }): ninguna respuesta nombró la dirección del propio visitante (RFC 3581 received), así que no está demostrado que el recorrido se hiciera desde otra dirección pública.

audio-not-proved = El sonido de sus llamadas aún no está comprobado
    .meaning = Las puertas para las voces solo se abren durante una llamada. Por eso un toque ahí no nos dice nada.
    .action = { $list ->
        [not-listed] Abra primero la entrada para las voces: la lista de su router no tiene ninguna. Si hizo esa regla a mano, ya está.{" "}
        [inner] Haga la regla para las voces también en el aparato de fuera: su router no es el último muro antes de la calle.{" "}
       *[mapped] {""}
    }{ $shorten ->
        [yes] Ponga también en su central el rango { $proposed } para las voces. Si no, elige de una fila de puertas más larga de lo que necesita.{" "}
       *[no] {""}
    }Haga una llamada de prueba a un teléfono de fuera y escuche en los dos extremos. Después, diga a este programa que ambos lados se oyeron.
    .detail = El rango de voz ({ $range } en la central telefónica, { $proposed } propuesto) { $list ->
        [mapped] está en la lista del router
        [not-listed] no está en la lista del router, que puede omitir reglas hechas a mano
        [inner] está en la lista del router interior, y ninguna lista muestra lo que hace el aparato de fuera
       *[unknown] no está en ninguna lista que se pudiera leer, así que nadie sabe si está reenviado
    }. Ningún testigo en la central respondió por él, y ninguna llamada de prueba lo comprobó. Los puertos RTP solo responden durante una llamada. Para comprobarlo, ejecute «entrance rehearse» en un equipo de fuera, o «entrance witness --code CODE» en la central mientras alguien hace el recorrido con ese código.

audio-partly-open = Algunas puertas para las voces no se abren
    .meaning = Cada llamada elige al azar su puerta para el sonido. Si algunas siguen atascadas, algunas llamadas no tienen sonido.
    .action = Compare la regla de su router con la tabla de la guía. El primer número y el último deben coincidir. Después, toque otra vez.
    .detail = Del rango de voz { $ports }, desde fuera se preguntó con un distintivo a { $asked } puertos, y un testigo en la central telefónica respondió por los demás. No pasan { $missing_ports }: { $missing }{ $more ->
        [0] {""}
       *[other] {" "}y { $more } más
    }. Causas habituales, de más a menos probable: la regla empieza o termina en otros puertos que el rango de la central; otra regla, un juego o un plazo (lease) ocupa uno de estos puertos; un firewall en la central. { $shifted_outside ->
        [none] {""}
       *[other] El puerto { $shifted_outside } llega dentro como { $shifted_inside }: los puertos de fuera y de dentro deben ser los mismos.
    }

sip-rewritten = Un portero en su router reescribe las cartas
    .meaning = Cada llamada empieza con una carta. Un portero abre la suya y le escribe otra dirección. Lo hace con buena intención, pero entonces las respuestas y las voces van a la puerta equivocada.
    .action = { $switch ->
        [there] Desactive esta ayuda en su router. El lugar: { $path }. Después, revise otra vez.
        [none] Use otro camino para las llamadas, porque este router no tiene ese interruptor: el camino seguro, u otro número que el de siempre. O pida otro router a su compañía de internet.
       *[other] Desactive esta ayuda en su router. La guía reúne los nombres que le dan los fabricantes. Después, revise otra vez.
    } { $ticked ->
        [yes] Está marcado como hecho, así que puede ser otro interruptor, o el router necesita reiniciarse.
       *[other] { "" }
    }
    .detail = SIP ALG: lo que llegó no es lo que se envió. Líneas que cambiaron: { $lines } (mensajes a { $ports }). Por ejemplo, enviado: «{ $sent }», llegó como: «{ $arrived }». { $follows ->
        [usual-port] Solo lee lo que va al puerto 5060; el mismo mensaje a otro puerto del mismo transporte pasa. Mover SIP a otro puerto lo esquiva.
        [every-port] Sigue a SIP en cualquier puerto, así que mover SIP a otro puerto no ayuda; TLS sí.
       *[unknown] Se probaron muy pocos puertos para decir si sigue a SIP en cualquier puerto.
    } { $back ->
        [yes] La respuesta también se reescribió en el camino de vuelta.
       *[no] La respuesta volvió como se envió.
    } { $walls ->
        [two] Hay dos routers entre este lugar y la calle; no está demostrado cuál de ellos lo hace.
       *[one] { "" }
    } { $switch ->
        [there] { $router }: el ajuste se llama { $setting }.
        [none] { $router }: no se conoce ningún interruptor ({ $setting }; { $path }). Use SIP sobre TLS (puerto 5061), u otro puerto SIP si solo se lee el 5060, o ponga el router en modo puente con un router propio detrás.
       *[other] Nombres que buscar: { $setting }. Si no hay interruptor, use SIP sobre TLS (puerto 5061) u otro puerto SIP.
    } Todas las líneas están en la sección del portero del informe.

sip-swallowed = Algunas cartas desaparecen entre este lugar y la calle
    .meaning = Enviamos la misma carta por varios caminos. Unas llegaron y otras se quedaron por el camino. Puede hacerlo un portero en su router, o un vigilante más arriba en la calle.
    .action = { $switch ->
        [there] Desactive el portero en su router. El lugar: { $path }. Después, revise otra vez. Si siguen desapareciendo cartas, pregunte a su compañía de internet.
       *[other] Pregunte a su compañía de internet si retiene llamadas telefónicas por internet. Busque también en su router una ayuda para llamadas, y desactívela.
    }
    .detail = Prueba del portero: desaparecieron { $ports }, pasaron { $passed }. { $way ->
        [back] El mensaje llegó, pero su respuesta no volvió.
       *[out] El mensaje nunca llegó al ayudante, aunque se envió dos veces por UDP o una por TCP.
    } Un SIP ALG que no sabe leer un mensaje lo descarta; un filtro del operador, o de la empresa que aloja al ayudante, se ve igual. Otro ayudante permite distinguirlos.

sip-doorman-hint = Puede haber un portero que reescribe las cartas
    .meaning = Una compañía telefónica respondió como si su carta hubiera salido de la misma calle. Alguien puede haberle escrito otra dirección. Esto todavía no demuestra nada.
    .action = Pida un ayudante permanente y revise otra vez con su enlace. Compara su carta línea por línea.
    .detail = { $server } respondió a SIP aunque estamos detrás de NAT, y { $named ->
        [yes] nombró a quien preguntaba por la dirección interior { $address }.
       *[no] no nombró la dirección que veía.
    } La RFC 3261, sección 18.2.1, obliga al servidor a añadir received= cuando el Via no coincide con el origen del paquete, y detrás de NAT los dos siempre difieren. Si falta, o si trae la dirección interior, un SIP ALG puede haber reescrito el Via, o el servidor no cumple la regla. Es una nota, no un veredicto.

## Findings: keep it safe

open-to-everyone = Cualquiera en la calle puede tocar este timbre
    .meaning = Hay desconocidos que prueban timbres así todo el día. Si uno encuentra una contraseña débil, llama al extranjero a cuenta de usted.
    .action = Ponga una lista de invitados en la entrada, para que solo entren lugares de confianza. { $known ->
        [yes] La casa de su colega va en ella como { $guests }. Esas direcciones cambian de vez en cuando, así que mire otra vez si ese teléfono enmudece.{" "}
       *[no] {""}
    }Si su router no puede hacerlo, use contraseñas largas y bloquee las llamadas al extranjero.
    .detail = { $services } ({ $ports }) responde a un desconocido, y no se aplica ninguna lista de orígenes de confianza. Limite las direcciones de origen de la regla en el router, o en el firewall de la central telefónica; UPnP por sí mismo no suele poder limitar orígenes.

must-stay-shut-is-open = Está abierto un armario que debe quedar bajo llave
    .meaning = En este armario están las llaves de toda su central telefónica. Desde la calle puede llegar a él cualquiera, o una regla lleva hasta él.
    .action = Quite hoy mismo de su router la regla que deja llegar a los visitantes. Nadie en la calle la necesita.
    .detail = { $services } ({ $ports }) nunca debe ser accesible desde internet. { $how ->
        [answered] Respondió desde fuera en su propio protocolo.
        [answered-over-ipv6] Respondió desde fuera por IPv6, donde no hace falta reenvío de puertos: el firewall IPv6 del router deja pasar a los visitantes.
       *[mapped] El router tiene en su lista un mapeo que lleva a él.
    }

phone-web-page-exposed = Desde fuera se llega a la página web de un teléfono de mesa
    .meaning = Hay un teléfono de mesa en plena acera. Cualquiera puede abrir su página, leer su contraseña y llamar con él.
    .action = Quite hoy mismo de su router la regla que lleva al teléfono de mesa.
    .detail = El puerto externo { $port } lleva a TCP 80 o 443 de { $client }, que es un teléfono de mesa y no la central telefónica.

another-web-page-answers = Una página web que no es la de su central responde a la calle
    .meaning = Puede ser la de un teléfono de mesa, la de su router o su propia web. Si es la de un teléfono de mesa, cualquiera puede leer allí su contraseña y llamar.
    .action = Abra su dirección en la calle en el navegador de un móvil sin wifi, y vea de quién es la página. Quite la regla que lleva hasta ella, salvo que sea su propia web.
    .detail = { $page } (TCP { $port }) respondió desde fuera, y de otro modo que la central por dentro en este puerto: otro Server, otro realm o título, o con TLS otro certificado. La lista del router no lleva allí a ningún teléfono de mesa conocido, y la página no nombra ninguno. Puede estar en el propio router (administración remota), en un NAS, una cámara o un servidor web.

guest-calls-accepted = Su central telefónica acepta llamadas de desconocidos
    .meaning = Un desconocido sin nombre pidió una llamada, y su central telefónica empezó a hacerla. Esas llamadas acaban en su factura.
    .action = Desactive las llamadas de invitados en la central telefónica. El ajuste suele llamarse anonymous o guest. Después, haga la prueba de nuevo.{ $lines ->
        [yes] {" "}La línea que hay que cambiar: { $change }.
       *[no] {""}
    }
    .detail = Un INVITE sin autenticar a un nombre inventado se procesó en vez de rechazarse con 401, 403 o 407: { $seen } (probado: { $at }). chan_sip: allowguest=no; PJSIP: ningún endpoint llamado anonymous; FreePBX: Allow SIP Guests y Allow Anonymous Inbound SIP Calls, ambos en No. Una llamada aceptada (200) puede ser solo un anuncio; aun así llegó al plan de marcado.

extension-names-leak = Su central dice a los desconocidos qué números existen
    .meaning = { $by ->
        [settings] Según sus propios ajustes, su central responde a un desconocido de una manera a un nombre real y de otra a uno inventado.
       *[test] Un desconocido preguntó por dos nombres, uno real y uno inventado, y recibió dos respuestas distintas.
    } Así puede reunir sus números y probar contraseñas con ellos.
    .action = Active el ajuste que da a todo desconocido la misma respuesta. Pídaselo a quien cuida de la central telefónica. Después, haga la prueba de nuevo.{ $lines ->
        [yes] {" "}La línea que hay que cambiar: { $change }.
       *[no] {""}
    }
    .detail = { $by ->
        [settings] Según los ajustes: { $seen } (leído: { $at }).
       *[test] Un REGISTER sin credenciales recibe una respuesta distinta para un nombre real y para uno inventado: { $seen } (probado: { $at }).
    } chan_sip: alwaysauthreject=yes; PJSIP ya responde igual por sí mismo. Un 200 es peor: dice los registros sin contraseña.

outbound-blocked = Su central telefónica no puede salir a la calle
    .meaning = Su central telefónica necesita salir para esto, y algo en el muro se lo impide.
    .action = Permita esta salida en su router o firewall. La lista de salidas de abajo es para quien cuida de él.
    .detail = { $services } ({ $ports }): la central telefónica lo necesita hacia fuera. Se preguntó en vano a: { $asked }. { $from ->
        [phone-system] Se intentó en la propia central telefónica.
       *[here] Se intentó desde este equipo, que no es la central: sus propias reglas pueden ser otras.
    }

provider-unreachable = El servidor de su compañía telefónica no responde
    .meaning = La compañía telefónica es la calle mayor de sus llamadas. No pudimos encontrarla, o no respondió.
    .action = Compruebe que el nombre del servidor no tenga errores. Si está bien, pregunte a su compañía telefónica si su servidor responde a desconocidos y si hoy tiene alguna avería. Si les responde y no tiene ninguna, puede que un firewall de usted estorbe.
    .detail = { $server }: { $why ->
        [nowhere] el nombre no lleva a ninguna parte (ningún registro NAPTR, SRV, A ni AAAA).
        [nobody-to-ask] no respondió ningún servidor de nombres de esta red, así que no se pudo resolver el nombre.
        [refused] se rechazó un SIP OPTIONS a { $asked }: ahí no escucha nada, o un firewall dice que no.
        [unreachable] { $asked } no es accesible desde aquí (ICMP unreachable).
       *[silent] un SIP OPTIONS a { $asked } quedó sin respuesta: se descartó por el camino, o este servidor no responde a desconocidos.
    } { $from ->
        [phone-system] Se intentó en la propia central telefónica.
       *[here] Se intentó desde este equipo, que no es la central.
    }

not-checked-over-ipv6 = Su dirección IPv6 no se revisó
    .meaning = Su edificio tiene una segunda clase de dirección, más nueva. Nadie tocó por ella a su central telefónica. Así que no podemos decir qué deja entrar.
    .action = Compruebe en el firewall IPv6 de su router que los visitantes de fuera se quedan fuera.
    .detail = La oficina tiene direcciones IPv6 públicas ({ $adapter }). Puede que los servicios de la central sean accesibles por IPv6 sin ningún reenvío de puertos. { $firewall ->
        [off] El router dice que su firewall IPv6 está desactivado (GetFirewallStatus): se puede llegar a todo lo que escuche.
        [on] El router dice que su firewall IPv6 está activado y que los dispositivos no pueden abrir pasos en él (GetFirewallStatus).
        [pinholes] El router dice que su firewall IPv6 está activado y que los dispositivos pueden abrir pasos en él (GetFirewallStatus).
       *[untold] El router no dice si su firewall IPv6 está activado.
    } { $knocked ->
        [here] El ayudante tocó en { $address }, que es este equipo y no la central telefónica: haga la revisión en la propia central.
       *[nowhere] Solo un ayudante permanente toca por IPv6, y solo en el equipo que lo pide: haga la revisión en la propia central.
    }

ipv6-refused = Su router no abrió la clase de dirección más nueva
    .meaning = Su edificio tiene una segunda clase de dirección, más nueva. Pedimos a su router que dejara entrar también por ella a los teléfonos. Dijo que no. Los teléfonos siguen entrando por el camino de siempre.
    .action = Deje esto así, si ningún teléfono de fuera lo necesita. Si no, { $why ->
        [not-authorized] pídalo desde la propia central telefónica, o permítalo en los ajustes del router para la dirección más nueva.
        [no-room] quite del router las aberturas que nadie necesita e intente otra vez.
        [firewall-off] compruebe en su router que por la dirección más nueva los visitantes de fuera se quedan fuera.
        [not-allowed] permita en los ajustes del router para la dirección más nueva que los dispositivos abran sus propias puertas.
       *[other] haga esta regla a mano en la página del router para la dirección más nueva.
    }
    .detail = Firewall IPv6 del router { $router }, puertos { $ports }: { $why ->
        [not-authorized] 606 o PCP NOT_AUTHORIZED: no abre para este dispositivo, o no para este puerto.
        [no-room] 701 PinholeSpaceExhausted o PCP NO_RESOURCES: no queda sitio para otro paso.
        [firewall-off] 702 FirewallDisabled: el firewall está desactivado, así que no hay nada que abrir y se puede llegar a todo lo que escuche.
        [not-allowed] 703 InboundPinholeNotAllowed: sus ajustes prohíben los pasos.
        [no-such-entry] 704 NoSuchEntry: ya no conoce este paso.
        [protocol] 705 ProtocolNotSupported.
        [port-wildcard] 706 InternalPortWildcardingNotAllowed.
        [protocol-wildcard] 707 ProtocolWildcardingNotAllowed.
        [device-wildcard] 708 WildCardNotPermittedInSrcIP.
        [nothing-sent] 709 NoPacketSent.
        [does-not-read-back] Dijo que sí y después no conoce el paso (GetPinholePackets).
        [no-answer] No dio una respuesta correcta.
       *[other] Dijo que no con un código propio{ $code ->
            [none] .
           *[other] {" "}({ $code }).
        }
    }

ipv6-no-answer = Nadie responde en la clase de dirección más nueva
    .meaning = { $how ->
        [not-listening] Su router deja entrar visitantes por la clase de dirección más nueva. Detrás de esa puerta nadie atiende: la central telefónica solo usa la clase antigua.
       *[kept-out] Su router dice que abrió la puerta por la clase de dirección más nueva. Un visitante tocó y no oyó nada. Los teléfonos siguen entrando por el camino de siempre.
    }
    .action = Toque una vez más después de esto: { $how ->
        [not-listening] active la dirección más nueva en la central telefónica, o deshaga esta abertura.
       *[kept-out] quite la abertura y póngala de nuevo.
    }
    .detail = IPv6 { $address }, puertos { $ports }: { $how ->
        [not-listening] el toque fue rechazado, así que pasó el firewall del router y ningún servicio escucha en esta dirección y este puerto.
       *[kept-out] el toque no obtuvo respuesta.
    } { $packets ->
        [yes] El router contó paquetes por el paso.
        [no] El router dice que no contó ningún paquete por el paso; algunos no cuentan nada.
       *[untold] El router no cuenta lo que pasa.
    }

ipv6-open = Los teléfonos también pueden entrar por la dirección más nueva
    .meaning = { $proved ->
        [yes] Su router deja entrar visitantes por la clase de dirección más nueva. Uno tocó ahí y obtuvo respuesta.
       *[no] Su router deja entrar visitantes por la clase de dirección más nueva. Todavía nadie ha tocado ahí.
    }
    .action = Deje que el programa siga vigilando, para que la abertura no acabe por sí sola.{ $proved ->
        [yes] {""}
       *[no] {" "}Haga que toque un ayudante permanente, desde la propia central telefónica.
    }
    .detail = Pasos en el firewall IPv6 del router hacia { $address }, puertos { $ports }. El primero acaba el { $until }; entrance watch pide más tiempo antes.

## Findings: since the last check

public-address-changed = Su dirección en la calle cambió desde la última revisión
    .meaning = El edificio está donde estaba, pero tiene otro número. Los teléfonos de fuera que conocen el viejo ya no lo encuentran.
    .action = Ponga la dirección nueva en los teléfonos de fuera. O pida a su compañía de internet una dirección fija, o use un nombre que siga el cambio.
    .detail = La dirección pública era { $before } y ahora es { $address }.

router-forgot = Su router olvidó las entradas
    .meaning = Las puertas que su router había abierto por encargo ya no están. Casi siempre es porque se reinició. Los routers solo guardan para siempre las reglas hechas a mano.
    .action = Abra las entradas de nuevo. Después, hágalas a mano, para que duren.
    .detail = Todos nuestros mapeos de la última revisión desaparecieron de { $router }: { $ports } ({ $services }). { $by ->
        [clock] Su propio reloj (el epoch de PCP o NAT-PMP) empezó de cero hace { $up } segundos.
       *[list] Su lista se leyó hasta el final.
    } Los mapeos dinámicos viven en la memoria del router y acaban con un reinicio; algunos routers limpian los mapeos sin tráfico.

mapping-gone = Una entrada que existía ya no está
    .meaning = En la última revisión esta puerta estaba en la lista del router. Ahora no está. Puede que se cerrara sola con llave, o que alguien la quitara.
    .action = Abra la entrada de nuevo. Hágala a mano si debe durar.
    .detail = Los mapeos hacia la central telefónica de la última revisión ya no están en la lista de { $router }: { $ports } ({ $services }). { $ended ->
        [yes] Su plazo (lease) se había acabado.
       *[no] Alguien los quitó, o lo hizo una limpieza por falta de tráfico.
    }

## A finding of a newer version, in a saved report

finding-of-newer-version = Una versión más nueva de este programa encontró algo
    .meaning = Este informe lo hizo una versión más nueva. Esta versión aún no tiene palabras para ello.
    .action = Instale la versión más nueva de este programa. Después, abra el informe de nuevo.
    .detail = { $finding } ({ $services })

## Words beside the lamps

verdict-verified = abierta, comprobada desde fuera
verdict-wrong-host = responde otra máquina
verdict-nothing-listening = nadie atiende la mesa
verdict-no-answer = sin respuesta desde fuera
verdict-not-checked = sin revisar desde fuera
verdict-fax-unproved = sin comprobar: solo responde mientras se envía un fax
verdict-voice-unproved = sin comprobar: solo responde durante una llamada
verdict-shut = bajo llave, como debe ser
verdict-exposed = abierto, y debe quedar bajo llave
verdict-guarded = con lista de invitados
verdict-reachable = la salida está libre
verdict-blocked = la salida está bloqueada
verdict-was-open = estaba abierta cuando miramos, y puede estar cerrada ahora
verdict-was-locked = estaba bajo llave cuando miramos, y puede estar abierta ahora

severity-blocker = lo detiene todo
severity-problem = no funciona
severity-warning = hay que mirarlo
severity-note = conviene saberlo

outcome-answered = respondió
outcome-refused = rechazado
outcome-silent = sin respuesta
outcome-unreachable = nadie en esa dirección
outcome-failed = no se pudo preguntar
outcome-not-checked = no se preguntó

listed-mapped = lleva a su central telefónica
listed-not-listed = no está en la lista del router
listed-wrong-device = lleva a otro dispositivo
listed-wrong-port = lleva al lugar equivocado por dentro
listed-disabled = en la lista, pero desactivada
listed-not-checked = no se leyó la lista del router

## What changed since the look before

news-network-away = Este equipo perdió su camino a la red
news-network-back = Este equipo vuelve a estar en la red
news-router-away = El router en { $router } ya no responde
news-router-back = El router en { $router } responde otra vez
news-router-replaced = Ahora hay otro router: era { $was } y es { $now }
news-street-changed = Su dirección en la calle cambió: era { $was } y es { $now }
news-router-forgot = El router en { $router } olvidó las entradas que había abierto. Probablemente se reinició
news-entrance-listed = Esta entrada ya está en la lista del router: { $service }
news-entrance-gone = Esta entrada ya no está en la lista del router: { $service }
news-lease-ended = Esta entrada se cerró sola con llave, porque su plazo acabó: { $service }
news-entrance-changed = Esta entrada lleva ahora a otra parte o está desactivada: { $service }
news-renewed = Esta entrada sigue abierta por más tiempo: { $service }
news-put-back = Esta entrada ya no estaba y se abrió de nuevo: { $service }
news-not-renewed = No se logró que esta entrada siguiera abierta: { $service }. { $why }
news-phone-system-moved = La central telefónica se mudó: estaba en { $was } y está en { $now }
news-phone-system-away = Ya nadie responde en la dirección de la central telefónica: { $address }
news-phone-system-back = La central telefónica responde otra vez: { $address }
news-stopped = La central telefónica ya no responde aquí: { $service }
news-answers = La central telefónica responde otra vez aquí: { $service }
news-proved = Comprobada desde fuera: { $service }
news-no-longer-proved = Ya no se llega a ella desde fuera: { $service }
news-exposed = Abierto a la calle, y debe quedar bajo llave: { $service }
news-locked-again = Otra vez bajo llave, como debe ser: { $service }
news-visitor-shut-out = A este visitante ya no se le deja entrar: { $visitor }
news-solved = Resuelto: { $headline }

renewal-gone = Alguien la quitó de la lista del router. Ábrala de nuevo si todavía la quiere
renewal-changed-since = Alguien la cambió en el router, así que no se tocó
renewal-refused = El router dijo que no ({ $code })
renewal-failed = El router no dio una respuesta correcta. Se intentará de nuevo

## One sentence over everything

top-ready = Sus entradas están abiertas, y un visitante de fuera lo comprobó
top-ready-until = Sus entradas están abiertas y comprobadas, pero solo hasta el { $until }
top-ready-voices = Sus entradas están abiertas. El sonido solo puede comprobarlo una llamada
top-ready-voices-until = Sus entradas están abiertas, pero solo hasta el { $until }
top-ready-needed = Lo que usted necesita está abierto, y un visitante de fuera lo comprobó
top-ready-needed-until = Lo que usted necesita está abierto y comprobado, pero solo hasta el { $until }
top-was-ready = Sus entradas estaban abiertas cuando miramos, el { $at }. Revise de nuevo si aún lo están
top-action-needed = Queda algo por hacer. Empiece por el primer punto de abajo
top-could-not-check = No pudimos revisar. Esto todavía no dice nada de sus entradas

# The saved report asks for the same sentence under the verdict's own name.
verdict-ready = { top-ready }
verdict-action-needed = { top-action-needed }
verdict-could-not-check = { top-could-not-check }

# The sentence below it.
proved-all = Todas las entradas se comprobaron desde fuera. Revisión: { $at }.
proved-heard = Todas las entradas que pueden responder se comprobaron desde fuera, y usted oyó el sonido en los dos sentidos el { $day }. Revisión: { $at }.
proved-all-but-voices = Todas las entradas que pueden responder se comprobaron desde fuera. Las voces solo responden durante una llamada. Revisión: { $at }.
proved-some = { $proved } de { $total } entradas comprobadas desde fuera. Revisión: { $at }.
proved-nothing-wanted = Para lo que usted contó no hace falta ninguna entrada. Revisión: { $at }.

# What a proof does not show.
not-shown-which-machine = { $service }: la respuesta encaja con su central telefónica, pero otra máquina de la oficina podría responder igual.
not-shown-street = { $service }: nada dijo en qué calle estaba el visitante.
not-shown-other-ports = { $service }: una llamada tuvo sonido en los dos sentidos, y las demás puertas para las voces no se probaron.

## The two safety tests

safety-guest-calls = ¿Acepta la central telefónica llamadas de desconocidos?
    .lead = Se hace una llamada sin contraseña a un nombre inventado de letras, que ningún teléfono tiene. Se corta enseguida, sea cual sea la respuesta.
    .ask = ¿Hacer esta llamada?
safety-guest-calls-safe = Las llamadas de desconocidos se rechazan
safety-guest-calls-unsafe = Se aceptó la llamada de un desconocido
safety-guest-calls-untold = Sin respuesta clara
safety-name-leak = ¿Dice a los desconocidos qué números existen?
    .lead = Se le pregunta sin contraseña por dos nombres: uno inventado y { $extension }. Las dos respuestas deberían ser iguales.
    .ask = ¿Preguntar por estos dos nombres?
safety-name-leak-safe = Los dos nombres reciben la misma respuesta
safety-name-leak-unsafe = Las respuestas dicen qué números existen
safety-name-leak-untold = Sin respuesta clara
safety-may-be-counted = Un vigilante junto a la central telefónica puede contar esto como el intento de un desconocido. Dos intentos así están muy por debajo de lo que deja fuera a alguien.
safety-not-made = Esta prueba no se hizo.

## What is being done now

doing-adapters = Mirando la red de este equipo
doing-routers = Buscando su router
doing-mappings = Leyendo la lista de entradas del router
doing-looking-round = Echando un vistazo a la red de su oficina
doing-asking = Preguntando por dentro: { $service }
doing-opening = Abriendo: { $service }
doing-undoing = Deshaciendo: { $service }
doing-renewing = Pidiendo más tiempo: { $service }
doing-repairing = Quitando y poniendo de nuevo: { $service }
doing-knocking = Tocando desde fuera: { $service }
doing-reaching-helper = Llamando al ayudante
doing-helper-knocks = El ayudante toca desde fuera
doing-doorman = Enviando cartas por delante del portero
doing-stun = Preguntando su dirección en la calle al servidor que usted nombró
doing-way-out = Poniendo a prueba las salidas
doing-safety = Probando lo que puede hacer un desconocido

## The plan

intent-open = Se pedirá a su router que la abra
intent-already-there = Ya existe
intent-held-by-another = Es de otro dispositivo ({ $client }), así que no la tocamos
intent-listed-wrong = Existe, pero lleva al lugar equivocado; cámbiela a mano
intent-by-hand = Se hace a mano.
intent-over-ipv6 = Por IPv6, hacia { $address }:
intent-over-ipv6-unknown = Por IPv6:
intent-over-ipv6-offered = Su router también puede dejar entrar por IPv6 a los teléfonos. Para abrir también ahí, ejecute entrance open --ipv6
intent-over-ipv6-there = Las aberturas por IPv6 se hacen en la propia central telefónica. Ejecute allí:
intent-stay-shut = Queda bajo llave
intent-must-get-out = Debe poder salir; no necesita entrada

by-hand-no-requests = Su router no acepta encargos, así que esta regla la hace usted.
by-hand-behind-another-wall = Todavía no. Hay otro muro por fuera del suyo, así que una puerta aquí no llevaría a ninguna parte.
by-hand-only-for-the-asker = Su router solo abre puertas al dispositivo que las pide, así que esta se hace a mano.
by-hand-too-many-ports = Son demasiadas puertas para abrirlas una a una. Una sola regla hecha a mano las cubre todas.
by-hand-calls-unknown = No sabemos cuántas llamadas hace usted a la vez. Una sola regla hecha a mano las cubre todas.
by-hand-no-phone-system = Aún no sabemos dónde está la central telefónica, así que ninguna puerta puede llevar a ella.
by-hand-list-unread = El router no mostró su lista, y no sobrescribimos nada a ciegas.
by-hand-sensitive-port = Esta puerta puede ser de otra cosa, así que debe decidir una persona.

hindrance-nobody-holds-it = El router dijo que no, aunque la puerta está libre.
hindrance-another-device = Otro dispositivo tiene esta puerta.
hindrance-does-not-read-back = El router dijo que sí, pero no tiene la puerta en su lista.
hindrance-changed-since = Alguien cambió esta regla desde entonces, así que no la tocamos.
hindrance-gone = Desapareció antes de tiempo, así que alguien puede haberla quitado. Solo vuelve cuando usted diga que sí.
hindrance-not-put-back = El router no la volvió a aceptar después de quitarla. Ábrala de nuevo, o hágala a mano.
hindrance-ends-by-itself = El router no la deshace antes de tiempo, así que se le dio el plazo más corto. Mire otra vez en unos minutos.
hindrance-no-answer = El router no dio una respuesta correcta.
hindrance-cancelled = Usted detuvo el trabajo antes de llegar a esta.
hindrance-journal-not-written = No pudimos anotarlo, así que no se le pidió al router.

walker-colleague = un colega en su casa
walker-step-outside = este equipo en otra calle
walker-helper = un ayudante permanente

address-from-router = según su router
address-from-phones-use = por el nombre que usan los teléfonos de fuera
address-from-typed = como usted la escribió
address-from-stun = según el servidor que usted nombró
address-from-outside = vista desde fuera

## What is wrong, in the owner's words

symptom-do-not-ring = Los teléfonos de fuera no suenan
symptom-no-sound = No hay sonido, o solo en un sentido
symptom-cannot-sign-in = Los teléfonos de fuera no pueden iniciar sesión
symptom-hud = La ventana de HUD no se conecta
symptom-other-office = No se llega a la otra oficina
symptom-just-check = Nada, o no lo sé: solo quiero revisar

## Who or what is outside

use-remote-phones = Teléfonos fuera de la oficina
    .help = Un teléfono de mesa en casa, o en una sucursal pequeña sin central telefónica.
use-apps = Aplicaciones en un teléfono móvil o un portátil
    .help = HUD, o cualquier aplicación que haga llamadas o muestre quién está al teléfono.
use-site-link = Otra oficina con su propia central telefónica
    .help = Las dos centrales se pasan llamadas.
use-sip-trunk = Una compañía telefónica que llama sin iniciar sesión
    .help = Es raro. Casi todas las centrales inician sesión ellas mismas en su compañía telefónica. Entonces no hace falta ninguna entrada para eso.
use-fax = Fax por internet
    .help = Máquinas o servidores de fax que envían a través de la central telefónica.
use-provisioning = Los teléfonos de fuera recogen sus ajustes en la oficina
    .help = Solo mientras instala teléfonos nuevos. No debería quedar abierta.
use-admin = Las páginas de la propia central telefónica
    .help = Son un armario que debe quedar bajo llave.
use-internal = Tráfico solo dentro de la oficina
    .help = No necesita entrada.
use-outbound = La salida de la central telefónica
    .help = No necesita entrada.
use-phones = Las páginas de los propios teléfonos de mesa
    .help = Nunca se debe llegar a ellas desde fuera.

## Questions

ask-symptom = ¿Qué falla?
    .why = Ponemos primero las respuestas que encajan con su problema. No se oculta nada.
    .default = Si no está seguro, solo revise. De todos modos lo miramos todo.
    .help = Elija lo que más le molesta. Más tarde puede revisar otra cosa.
ask-using = ¿Quién está fuera?
    .why = Cada clase de visitante necesita su propia entrada. Lo que nadie necesita queda bajo llave.
    .default = Si no lo sabe, contamos con teléfonos fuera de la oficina.
    .help = Marque todo lo que corresponda. Si solo tiene una compañía telefónica y su central inicia sesión en ella, puede que no necesite ninguna entrada.
ask-phones-use = ¿Qué nombre o dirección de servidor tienen escrito los teléfonos de fuera?
    .why = La mejor entrada no sirve si los teléfonos tocan en otra casa.
    .default = Si no lo sabe, preguntamos a su router su dirección en la calle.
    .help = En el teléfono, busque el servidor en el menú, en Estado o Cuenta (Status, Account). En una aplicación, mire en los ajustes de la cuenta.
ask-calls = ¿Cuántas llamadas tiene a la vez en el momento de más trabajo?
    .why = Cada llamada necesita dos puertas pequeñas para su sonido. Con menos puertas hay más seguridad.
    .default = Si no lo sabe, planee una regla para todas. Un cuarto del personal es un buen cálculo.
    .help = Cuente las llamadas con el exterior, no las que van de mesa a mesa.
ask-trusted = ¿Deben poder entrar solo ciertos lugares?
    .why = Una lista de invitados mantiene a los desconocidos lejos de sus teléfonos y de su factura.
    .default = Si deja esto vacío, todos pueden tocar a la puerta, y se lo advertimos.
    .help = Escriba las direcciones en la calle de las casas y oficinas de confianza, separadas por comas. Las direcciones de las casas pueden cambiar.
ask-system = ¿Qué central telefónica tiene?
    .why = Cada clase atiende en otras puertas.
    .default = Si no lo sabe, deje «No lo sé». Entonces contamos con lo que usan casi todas.
    .help = El nombre está en la caja, en su página web o en la factura de quien cuida de ella.
ask-pbx = ¿Qué dirección tiene la central telefónica en su oficina?
    .why = Las entradas deben llevar a la habitación correcta.
    .default = Si no lo sabe, déjenos echar un vistazo a la red de su oficina. Antes le preguntamos.
    .help = En cualquier teléfono de mesa, abra el menú, luego Estado (Status), y busque { "SIP server" }. Suele parecerse a 192.168.1.20.

## The steps

step-welcome = Bienvenida
    .title = ¿Está su oficina abierta a las llamadas?
    .lead = Miramos su router y su central telefónica, y después tocamos a la puerta desde fuera. Nada cambia sin su sí.
step-questions = ¿Qué falla?
    .title = Cuéntenos un poco
    .lead = Unas pocas preguntas cortas, para abrir solo lo que necesita. Siempre puede elegir «No lo sé».
step-router = Su edificio
    .title = Su edificio
    .lead = Su router es el muro exterior de su edificio. Ahora solo lo miramos, y no cambiamos nada.
step-phones = Central telefónica
    .title = Su central telefónica
    .lead = Las entradas deben llevar a su central telefónica. Díganos dónde está, o déjenos echar un vistazo a la red de su oficina.
step-knock = Primer toque
    .title = Un toque desde fuera
    .lead = Solo un visitante de otra calle puede comprobar que una puerta abre. Tocar a la puerta no cambia nada.
step-offer = El plan
    .title = El plan
    .lead = Esto es lo que abriríamos, y lo que queda bajo llave. No pasa nada hasta que usted diga que sí.
step-opening = Abrir
    .title = Abriendo las entradas
    .lead = Una entrada cada vez. Antes se anota cada una, y usted puede deshacer cualquiera.
step-by-hand = Hacer que dure
    .title = Hacer que dure
    .lead = Estas reglas se quedan en su router hasta que usted las quite. Siga los pasos y copie los números de la tabla.
step-checking = Revisión
    .title = Revisando otra vez
    .lead = Miramos y preguntamos una vez más. No se cambia nada.
step-results = Resultados
    .title = Sus entradas
    .lead = Qué vimos, desde dónde y qué hacer ahora. Nada más cambia sin su sí.
step-helping = Ayudar
    .title = Ayudar a un colega
    .lead = Usted toca en la oficina de su colega desde su propia calle. Antes ve dónde y cuántas veces, y no se envía nada antes de su sí.

## Keep it safe

advice-voicemail-callout = El buzón de voz no puede hacer llamadas
    .why = Si no, un desconocido que adivine un código del buzón puede llamar a cualquier parte a cuenta de usted. En la central telefónica, ponga «Enable Callout» en no para cada persona.
advice-international-dialling = Las llamadas al extranjero están bloqueadas, si no las necesita
    .why = Las llamadas robadas van casi siempre al extranjero. Ponga bajo llave la regla de llamadas al extranjero, y nunca toque los números de emergencia: siempre deben funcionar.
advice-phones-not-exposed = A ningún teléfono de mesa se llega desde la calle
    .why = La página web de un teléfono muestra su contraseña. Ninguna regla de su router puede llevar a un teléfono de mesa.
advice-alg-off = El portero del router está desactivado
    .why = Un router que reescribe cartas lo hace con buena intención, pero las llamadas pierden el sonido o el timbre. La guía de su router nombra el ajuste.
advice-trusted-sources = Solo entran lugares de confianza
    .why = Los desconocidos prueban cada timbre abierto. Una lista de invitados los deja fuera, aunque una contraseña sea débil.
advice-address-reservation = La central telefónica conserva su dirección
    .why = Si se muda a otra habitación, las entradas no llevan a nadie. Reserve su dirección en el router.

## Practice offices: what they are about, and each of them

practice-group-well = Todo funciona
practice-group-opening = Entradas por abrir
practice-group-refused = El router dice que no
practice-group-astray = Entradas que llevan a otra parte
practice-group-network = Muros y calles alrededor de la oficina
practice-group-phone-system = La central telefónica no atiende
practice-group-visitors = Visitantes que no demuestran nada
practice-group-calls = Llamadas que fallan
practice-group-since = Antes funcionaba
practice-group-strangers = Entran desconocidos

practice-a-week-at-most = La puerta de una semana: el router no hace ninguna abertura sin fecha de fin
practice-address-unknown = Sin número de casa: nadie sabe decir la dirección en la calle
practice-all-well = Todo bien: las entradas están abiertas, y solo pasan los invitados
practice-another-holds-it = Ya ocupada: una regla hecha a mano da esta entrada a otra máquina
practice-another-number = Otro número: el router da una puerta que los teléfonos no conocen
practice-asked-from-inside = Pedido desde dentro: en la central telefónica, donde el router abre a quien pide
practice-asks-for-itself = Pide para sí misma: un guardián prudente abre a la propia central telefónica
practice-bell-held-back = El timbre mudo: otras puertas abren, solo se retiene el timbre
practice-by-hand-and-well = Hechas a mano: reglas que ninguna lista muestra, y todas funcionan
practice-cabinet-open = Un armario abierto: a la página de administración se llega desde la calle
practice-calls-unknown = Demasiadas puertas: las voces necesitan una regla para todas
practice-door-locks-itself = La puerta que echa la llave: el router la abre solo por siete días
practice-doorman = El portero: el router abre las cartas y les escribe otra dirección
practice-entrance-gone = La puerta perdida: una entrada que existía ya no está
practice-everyone-welcome = Todos son bienvenidos: todo funciona, pero no hay lista de invitados
practice-filter-upstream = La calle cortada: la compañía de internet retiene a los visitantes
practice-full-wall = Sin sitio en el muro: la lista del router está llena
practice-gatekeeper-forbids = El guardián dice que no: no puede abrir a nadie, ni a quien lo pide
practice-guest-wifi = La sala de espera: este equipo está en el Wi-Fi de invitados
practice-helper-away = El visitante que nunca vino: no se logra dar con quien debía tocar
practice-hand-beats-list = La regla más antigua: una regla hecha a mano pasa por delante de la lista
practice-hud-off = La mesa de HUD está vacía: las llamadas funcionan, pero HUD está apagado
practice-keeps-what-it-has = El router que no devuelve nada: una entrada se atasca, y no la quita
practice-letters-kept = El buzón que traga: algunas cartas nunca llegan
practice-moved-room = La oficina mudada: la central telefónica tiene otra dirección por dentro
practice-new-house-number = Un número nuevo: la dirección en la calle cambió de la noche a la mañana
practice-newer-address = La dirección más nueva: la oficina también tiene IPv6, y nadie miró ahí
practice-both-kinds = Dos clases de dirección: los teléfonos entran por las dos, y nadie tocó en la más nueva
practice-newer-door-unused = La puerta sin uso: está abierta por la clase de dirección más nueva, y nadie escucha detrás
practice-only-the-older-kind = Solo la clase antigua: al router no le queda sitio para la más nueva
practice-no-address-of-its-own = La puerta prestada: esta línea solo tiene IPv6 y comparte la dirección de clase antigua
practice-no-house-number = Sin número: el router no tiene dirección por fuera y no abre nada
practice-no-way-out = La puerta trasera atrancada: los visitantes entran, pero la central no puede salir a todas partes
practice-not-allowed = Solo hacia fuera: este equipo no puede hablar con su propia oficina
practice-own-firewall = El portero en medio: este equipo no deja entrar ninguna respuesta corta
practice-answer-lost = Nadie oye la puerta: el router está ahí, y su respuesta se pierde
practice-no-upnp = Sin encargos: esa función del router está apagada, así que se hace a mano
practice-nobody-agreed = El plan en el cajón: nadie le dijo que sí, y no se abrió nada
practice-nobody-found = El directorio vacío: no se encuentra la central telefónica
practice-not-plugged-in = La habitación sin puerta: este equipo no está conectado
practice-nothing-opened = Todavía no hay nada abierto: un router servicial espera el encargo
practice-odd-end = El final raro: el router termina su lista a su manera
practice-older-tongue = La lengua antigua: el router habla dos lenguas y solo concede en la antigua
practice-only-for-the-asker = Solo a quien pide: el router abre puertas solo al dispositivo que las pide
practice-own-bell = Timbre propio: el router se guarda el timbre para su propio servicio telefónico
practice-phone-on-the-pavement = El teléfono en la acera: a la página de un teléfono de mesa se llega desde la calle
practice-phone-system-off = No hay nadie: la central telefónica está apagada
practice-phones-look-inside = La agenda equivocada: los teléfonos de fuera buscan una dirección de dentro
practice-ppp-line = La línea antigua: un router cuya única conexión es PPP
practice-round-the-house = La vuelta a la casa: el visitante nunca salió de la propia calle de la oficina
practice-router-refuses = El guardián prudente: cada dispositivo solo puede abrir una puerta hacia sí mismo
practice-router-restarted = El muro olvidadizo: el router se reinició y olvidó las entradas
practice-router-says-no = El muro testarudo: el router dice que no y no da motivo
practice-second-building = Un segundo edificio: otro router rodea a este
practice-shared-tower = La torre común: muchos clientes comparten una puerta a la calle
practice-silent-walk = El recorrido mudo: el visitante no oye nada, y eso no demuestra nada
practice-stranger-at-the-bell = El desconocido en el timbre: por fuera responde otra máquina
practice-stuck-entrance = La entrada atascada: está en la lista, y nadie pasa hasta que se pone de nuevo
practice-switched-off = La llave echada: la entrada está hecha, pero desactivada
practice-taken-over = Se la quedó otro: otro dispositivo toma la puerta antes de mirarla de nuevo
practice-through-a-tunnel = El túnel: una VPN estorba
practice-tower-with-a-newer-door = La torre con una puerta más nueva: una puerta común, y una propia por la clase de dirección más nueva
practice-two-boxes = Dos muros: responden la caja de la compañía y el router de la oficina
practice-two-phone-systems = Dos centrales telefónicas: la vieja nunca se apagó
practice-two-numbers = Dos números: el router dice uno, la calle ve otro
practice-two-routers = Dos muros con puertas: un segundo router responde en la misma red
practice-unnamed-street = La calle sin nombre: nadie sabe dónde estaba este visitante
practice-visitor-shut-out = El invitado vetado: a un visitante se le deja entrar, y a otro no
practice-talks-to-strangers = El empleado hablador: los desconocidos pueden llamar, y se les dice quién trabaja aquí
practice-voice-partly-open = Puertas atascadas: dos de las diez puertas para las voces no abren, y un testigo de dentro lo muestra
practice-wrong-desk = La mesa equivocada: la entrada lleva a otro número por dentro
practice-wrong-device = La habitación equivocada: la entrada lleva a un teléfono de mesa
practice-yes-and-forgotten = Sí y olvidado: el router dice que sí y no recuerda nada

## Making it by hand. Menu paths come from the router's own file, as the device shows them.

guide-for = A mano, paso a paso: { $router }
guide-intro = Con estos pasos se hacen las entradas a mano en su router. Las reglas hechas a mano se quedan hasta que usted las quite.
guide-open-settings = Abra la página de ajustes del router en un navegador: { $address }. La contraseña suele estar en una etiqueta del router.
guide-open-others = Si ahí no se abre ninguna página, pruebe con: { $addresses }
guide-open-other = Abra los ajustes del router. Esta familia los tiene aquí: { $way }
guide-open-unknown = Abra la página de ajustes del router en un navegador. Su dirección es lo que este equipo llama puerta de enlace predeterminada. La contraseña suele estar en una etiqueta del router.
guide-look-for = Busque una página que haga reglas para visitantes de internet. Los fabricantes la llaman: { $words }
guide-go-to = Vaya a: { $path }
guide-add-rule = Añada una regla por cada línea de la tabla de abajo. Copie los números con exactitud, y elija UDP o TCP como dice la tabla. Guarde al final.
guide-range-hint = Si solo hay un campo para un rango, escriba el primer puerto y el último con un guion o dos puntos en medio, como lo muestre la página. Los puertos de fuera y de dentro deben ser los mismos.
guide-reserve = Reserve la dirección de la central telefónica, para que las reglas sigan llevando a ella: { $path }
guide-reserve-look-for = Reserve la dirección de la central telefónica, para que las reglas sigan llevando a ella. Los fabricantes lo llaman: { $words }
guide-alg-off = Asegúrese de que el router no reescriba las llamadas (SIP ALG). En este router el ajuste se llama: { $name }. Cómo desactivarlo: { $path }
guide-alg-none = Nadie conoce en este router un interruptor que le impida reescribir las llamadas (SIP ALG). Si las llamadas pierden el sonido, use otro puerto SIP o SIP cifrado, o un router propio.
guide-alg-look-for = Asegúrese de que el router no reescriba las llamadas (SIP ALG). Desactívelo donde lo encuentre, reinicie el router y revise otra vez. Los fabricantes lo llaman: { $words }
guide-upnp = Si prefiere que este programa abra las entradas, active UPnP aquí: { $path }
guide-upnp-look-for = Si prefiere que este programa abra las entradas, active UPnP. Los fabricantes lo llaman: { $words }
guide-upnp-none = Este router no ofrece UPnP, así que las reglas se hacen siempre a mano.
guide-mark-unconfirmed = (sin confirmar en un dispositivo real: el suyo puede ser distinto)
guide-different = Si un menú se ve distinto en su router, busque estas palabras: { $words }. Las páginas de ayuda del fabricante muestran dónde están. Si tiene dudas, no cambie nada y pregunte a quien instaló el router.
guide-commands = O pegue órdenes: { $title }
guide-commands-into = Péguelas aquí: { $place }
guide-commands-source = Fuente: { $source }
guide-commands-unconfirmed = No pudimos probar estas órdenes en un dispositivo real. Lea cada línea antes de pegarla, y guarde antes los ajustes del router.
guide-commands-replace = Antes de pegar, sustituya { $word }. Esto lo muestra: { $command }
guide-commands-guests-left-out = Su lista de invitados no está en estas órdenes, porque la línea de órdenes de este router no puede guardarla con seguridad: dejan entrar a todos. Ponga antes la lista de invitados en el firewall de la propia central telefónica.
guide-commands-too-long = No está en estas órdenes: { $name } ({ $ports }). Este router quiere una línea por cada puerto. Diga cuántas llamadas hace a la vez, para que el rango sea más corto.
guide-commands-none = No hay órdenes que pegar para este router. { $reason }
guide-block-first-time = Solo si este router nunca ha reenviado nada
guide-block-open = Hacer las entradas
guide-block-take-back = Deshacerlas
guide-block-reserve = Reservar la dirección de la central telefónica
guide-block-doorman-off = Desactivar el portero (SIP ALG)
guide-never-dmz = Nunca ponga la central telefónica en la DMZ, y nunca reenvíe todos los puertos. Eso abre a la calle todos los armarios.
guide-generic-hint = No conocemos este router. Busque una página llamada reenvío o redirección de puertos, servidor virtual o NAT (port forwarding, virtual server). Las páginas de ayuda del fabricante muestran dónde está.
guide-sources-hint = Si la página tiene un campo para el origen o la dirección remota, ponga ahí los orígenes permitidos de la tabla. Si no lo tiene, póngalos en el firewall de la central telefónica.
guide-notes = Para el técnico, en inglés: { $notes }
guide-afterwards = Cuando haya guardado las reglas, vuelva y revise otra vez.

rule-name = Nombre
rule-protocol = Protocolo
rule-outside-ports = Puertos de fuera
rule-inside-address = Dirección de dentro
rule-inside-ports = Puertos de dentro
rule-sources = Orígenes permitidos
rule-everyone = todos

## Something did not work

problem-unknown = Algo no funcionó
    .action = Intente otra vez. Si vuelve a pasar, guarde el informe y envíelo a la persona que le ayuda.
    .detail = { $why }
problem-no-network = Este equipo no está conectado a ninguna red
    .action = Conecte el cable de red o únase al Wi-Fi de su oficina. Después, intente otra vez.
problem-router-gone = Su router no está donde estaba
    .action = Compruebe que está en la red de su oficina. Después, busque el router otra vez.
problem-journal-not-written = No pudimos anotar el cambio, así que no se cambió nada
    .action = Haga sitio en el disco, y compruebe que puede escribir en su propia carpeta. Después, intente otra vez.
    .detail = { $why }
problem-watch-busy = Otra copia de este programa ya cuida de esta oficina
    .action = Cierre la otra (proceso { $pid }, desde { $since }), o deje que siga.
problem-not-a-time = { $word } no es un tiempo entre diez segundos y un día
    .action = Escriba un número y una unidad, como 15m o 1h.
problem-journal-busy = Otra copia de este programa está cambiando el router ahora mismo
    .action = Espere a que termine la otra (proceso { $pid }, desde { $since }). Después, intente otra vez.
problem-phone-not-an-address = { $word } no es una dirección
    .action = Escriba cuatro números con puntos en medio, como 192.168.1.20.

problem-code-mistyped = Hay un error de escritura en el grupo { $group } del código
    .action = Compare el grupo { $group } («{ $text }») con el código que le enviaron. Después, intente otra vez.
problem-code-cut = Falta el final del código
    .action = Copie el código entero y péguelo de nuevo. { $missing ->
        [one] Falta una letra
       *[other] Faltan { $missing } letras
    }.
problem-code-expired = Este código es demasiado viejo
    .action = Pida a la oficina un código nuevo. Este caducó el { $since }.
problem-code-foreign = Este código responde a otra invitación
    .action = Pida a su colega la respuesta al último código que usted envió. O haga un código nuevo.
problem-code-not-a-code = Esto no es un código de este programa
    .action = Copie el código de nuevo, desde la primera letra hasta la última.
problem-code-wrong-kind = Este es la otra clase de código
    .action = Pegue el código de la oficina donde quiera ayudar. Pegue la respuesta del colega en la oficina.
problem-code-other-version = Este código lo hizo otra versión de este programa
    .action = Instale la versión más nueva en los dos lados. Después, haga un código nuevo.
problem-code-changed = Este código cambió por el camino
    .action = Pida a su colega que envíe el código una vez más. No use este.
problem-code-used = Este código ya se usó
    .action = Haga un código nuevo. Cada uno sirve una vez.

# The witness on the phone system.
problem-not-a-voice-code = Este código no pregunta por voces
    .action = Haga un código nuevo que incluya los teléfonos de fuera. O escriba usted el primer número y el último.
problem-not-a-port-range = { $word } no es un rango de puertas para las voces
    .action = Escriba la primera y la última con un guion en medio, como 10000-20000. La primera es 1024 o más, y son { $most } como máximo.
problem-witness-nothing-free = Ninguna de las puertas para las voces en { $ports } está libre
    .action = Compruebe que estos son los números de las voces de la central telefónica, y que no hay otro testigo ahí.
problem-witness-failed = El testigo no pudo ponerse detrás de las puertas para las voces
    .action = Compruebe que este equipo tiene red. Después, intente otra vez.
    .detail = { $why }
problem-sweep-no-witness = No respondió ningún testigo, así que no se probaron todas las puertas para las voces
    .action = Ponga en marcha el testigo en la central telefónica con este mismo código. Después, repita el recorrido.
problem-sweep-too-soon = Hace menos de una hora se probaron todas las puertas para las voces, así que ahora solo se probaron algunas
    .action = Espere a que pase la hora. Después, repita el recorrido.
problem-sweep-cut-short = Un router del camino no tenía sitio para tantas puertas, así que solo se probaron algunas
    .action = Espere unos minutos y repita el recorrido, o pruebe desde otra calle.


problem-walk-own-address = { $address } es la propia calle de este equipo, así que no es estar fuera
    .action = Apague el Wi-Fi de su teléfono móvil y use el internet de este. O pida ayuda a un colega que esté en casa.
problem-walk-refused-address = En { $address } no se puede tocar, porque no es una dirección en la calle
    .action = Pida a la oficina que compruebe su dirección en la calle y haga un código nuevo.
    .detail = { $address } es de la clase { $kind }; solo se hacen recorridos a direcciones públicas.
problem-invite-needs-ipv4 = Para un toque hace falta su dirección IPv4 en la calle, y { $address } no lo es
    .action = Escriba la dirección IPv4 de su oficina. Se parece a 198.51.100.7.
problem-invite-nothing-to-knock = Aquí no hay ninguna entrada en la que pueda tocar un visitante
    .action = Elija quién está fuera, para que sepamos en qué entradas tocar.
problem-unknown-phone-system = { $system } no es una central telefónica que esta versión conozca
    .action = Elija la suya en la lista. Si la nombró un código, instale la versión más nueva.
problem-walk-no-network = No hay otra calle por la que hacer el recorrido
    .action = Comparta por cable el internet de su teléfono móvil, o únase a su punto de acceso. Después, intente otra vez.
problem-no-street-address = Su dirección en la calle todavía no se conoce
    .action = Escriba el nombre del servidor que tienen los teléfonos de fuera, o su dirección en la calle.

problem-interface-unknown = Este equipo no tiene ninguna red llamada { $interface }
    .action = Elija una de estas: { $known }.
problem-unknown-system = { $word } no es una central telefónica que conozcamos
    .action = Elija una de estas: { $known }.
problem-profile-unsound = El archivo de central telefónica { $profile } { $why ->
        [id] necesita un nombre corto de letras minúsculas, cifras y guiones, y un nombre para las personas
        [taken] lleva el nombre corto de una central incluida en el programa
        [based-on] no dice a qué central incluida en el programa se parece
        [too-many] tiene demasiadas filas
        [row-id] tiene dos veces una fila llamada { $row }, o con otros signos que minúsculas, cifras y guiones
        [ports] tiene números equivocados en la fila { $row }
        [words] no tiene etiqueta, o tiene textos demasiado largos, en la fila { $row }
        [feature] no dice para qué función es la fila { $row }
        [used-for] dice en la fila { $row } un uso que nadie conoce
        [voices] tiene dos filas obligatorias para las voces: { $row } y { $other }
        [never] quiere abierta la puerta de la fila { $row }, y la fila { $other } la quiere bajo llave
       *[lost] no tiene la fila { $row }, un armario de { $other } que siempre se debe poner a prueba
    }
    .action = Corrija el archivo, o haga uno nuevo a partir de una central incluida. La incluida se queda como está.
problem-profile-set-aside = Esta versión no puede leer el archivo de central telefónica { $file }, así que se guarda como { $kept_as }
    .action = Corríjalo ahí y devuélvale su nombre anterior, o haga uno nuevo a partir de una central incluida.
problem-profile-too-many = Ya hay { $count } centrales telefónicas propias
    .action = Quite de la carpeta de este programa un archivo que no necesite.
problem-profile-unreadable = No se puede leer el archivo de central telefónica { $file }: { $why }
    .action = Corrija el archivo, o haga uno nuevo a partir de una central incluida.
problem-profile-unknown-outside = { $system } tiene otros números que { $base }. Un visitante en otra parte solo conoce las centrales incluidas
    .action = Salga mejor a la calle con este equipo. Este sí conoce los números de usted.
problem-not-a-range = { $word } no es un primer y un último número como 12000-12099
    .action = Escriba dos números con un guion en medio.
problem-unknown-use = { $word } no encaja con esta central telefónica
    .action = Use una de estas palabras: { $fitting }.
problem-practice-unknown = No hay ninguna oficina de práctica llamada { $word }
    .action = Elija una de estas: { $known }.
problem-usage-command = No hay ninguna orden llamada { $word }
    .action = Escriba { $known ->
        [yes] { $fitting }, o «{ $program } --help» para verlo todo
       *[no] «{ $program } --help» para verlo todo
    }.
problem-usage-option = { $word } no existe aquí
    .action = Escriba { $known ->
        [yes] { $fitting }, o «{ $program } --help» para verlo todo
       *[no] «{ $program } --help» para verlo todo
    }.
problem-usage-value = { $word } no encaja con { $option }
    .action = Escriba { $known ->
        [yes] una de estas palabras: { $fitting }
       *[no] «{ $program } --help» para ver qué encaja
    }.
problem-usage-no-value = Falta una palabra después de { $option }
    .action = Escriba «{ $program } --help» para ver lo que hay.
problem-usage-missing = Todavía falta: { $word }
    .action = Añádalo, o escriba «{ $program } --help» para ver un resumen.
problem-usage-conflict = { $option } y { $word } no van juntas
    .action = Quite una de las dos.
problem-usage-other = No se puede leer esta línea de órdenes: { $word }
    .action = Escriba «{ $program } --help» para ver lo que hay.
problem-language-unknown = Todavía no hay palabras en { $word }
    .action = Elija uno de estos: { $known }.

problem-file-unreadable = No se puede leer el archivo { $file }
    .action = Compruebe su nombre, y que usted puede leerlo.
problem-not-a-report = El archivo { $file } no es un informe de este programa
    .action = Elija un informe guardado por este programa.
problem-newer-report = El archivo { $file } lo hizo una versión más nueva de este programa
    .action = Instale la versión más nueva. Después, ábralo de nuevo.

problem-sip-limit = Por ahora ya tocamos suficientes veces
    .action = Espere { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    } y revise otra vez. Las centrales telefónicas dejan fuera a los visitantes que tocan demasiado.
problem-nothing-to-undo = No hay nada que deshacer
    .action = Siga adelante. Este programa no abrió ninguna de las entradas de su router.
problem-nothing-to-renew = No hay nada para lo que pedir más tiempo
    .action = Siga adelante. Ninguna de las entradas de su router está ahí por este programa.
problem-nothing-to-repair = No hay nada que quitar y poner de nuevo
    .action = Abra primero la entrada, o hágala a mano. Este programa solo toca lo que hizo él mismo.
problem-cancelled = Usted lo detuvo
    .action = Empiece de nuevo cuando quiera. Lo que se hizo hasta entonces está en la lista.
problem-still-inside = Este equipo sigue dentro de su oficina
    .action = Elija el otro adaptador, o únase al punto de acceso del teléfono móvil, y toque otra vez.

## The standing helper did not work

problem-helper-unreachable = No se pudo llegar al ayudante
    .action = Compruebe que este equipo tiene internet. Después, intente otra vez, o pregunte a quien mantiene el ayudante.
    .detail = { $why ->
        [name] el nombre del enlace no lleva a ninguna parte
        [refused] no escucha nada en la dirección del enlace
        [silent] sin respuesta dentro del límite de tiempo
        [unreachable] no hay camino a la dirección del enlace
        [tls] no habló TLS
        [time] sin respuesta dentro del límite de tiempo
        [lost] se cortó la conexión
       *[other] { $why }
    }
problem-helper-wrong-key = El ayudante no conoce la clave de este enlace
    .action = Pida un enlace nuevo a quien mantiene el ayudante.
problem-helper-pin-differs = Alguien distinto responde en el lugar del ayudante
    .action = Deje de usar este enlace. Pregunte a quien mantiene el ayudante si lo mudó, y pídale un enlace nuevo.
    .detail = La clave pública del certificado no es la que fija el enlace. También hace esto un programa que mira dentro de las conexiones cifradas por el camino.
problem-helper-too-often = Por ahora el ayudante ya tocó aquí suficientes veces
    .action = Espere { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    } e intente otra vez.
problem-helper-busy = El ayudante tiene ahora demasiado trabajo
    .action = Espere { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    } e intente otra vez.
problem-helper-refuses-address = El ayudante no toca en { $address }
    .action = Use un ayudante que esté fuera, en internet. Él lo ve a usted en una dirección propia en la calle.
    .detail = Solo se hacen recorridos a direcciones públicas, y a ninguna que haya pedido que la dejen en paz. El ayudante vio llegar esta conexión desde { $address }.
problem-helper-other-version = El ayudante tiene otra versión de este programa
    .action = Instale la versión más nueva en los dos lados. Después, intente otra vez.
problem-helper-not-understood = El ayudante dio una respuesta que no tiene sentido
    .action = Compruebe el enlace. Puede que en su dirección responda otra cosa.
problem-helper-not-in-practice = Una oficina de práctica tiene su propio visitante
    .action = Deje fuera al ayudante, o revise con él su oficina real.
problem-helper-takes-no-letters = Este ayudante no puede buscar un portero
    .action = Use otro ayudante, o pida a quien lo mantiene que lo deje recibir cartas.
    .detail = No escucha en ningún puerto SIP. Puede que los ocupe otra cosa en su máquina; su registro dice cuál.
problem-helper-forgot-letters = El ayudante ya no se acordaba de nuestras cartas
    .action = Intente otra vez. Hay que preguntar por ellas antes de un minuto y desde la misma calle.
    .detail = El tique se dio a otra dirección, o se acabaron sus 60 segundos. Esto pasa con varios ayudantes detrás de una dirección, o con una línea cuya dirección cambia en cada conexión.
problem-doorman-not-on-phone-system = Solo la propia central telefónica puede enviar desde su propio lugar
    .action = Deje fuera esa opción, o ejecute este programa en la central telefónica.
    .detail = --doorman-from-5060 envía desde el puerto 5060. Desde otra máquina, eso puede quitarle a la central su puerto exterior en un router sencillo.
problem-helper-link-not-a-link = Este no es el enlace de un ayudante
    .action = Copie el enlace entero. Empieza por https y tiene un # en medio.
problem-helper-link-cut = Falta el final del enlace del ayudante
    .action = Copie el enlace entero, con todo lo que sigue al #. Los programas de correo suelen cortarlo ahí.
problem-helper-cannot-listen = El ayudante no puede escuchar en { $address }
    .action = Elija otra dirección u otro número después de los dos puntos. Puede que este lo use otra cosa.
    .detail = { $why }
problem-helper-certificate-unusable = El certificado del ayudante no se puede usar
    .action = Saque los archivos de la carpeta del ayudante y póngalo en marcha de nuevo. Hace otros, y entonces necesita un enlace nuevo.
    .detail = { $why }
problem-helper-file-missing = Al ayudante le falta el archivo { $file }
    .action = Póngalo otra vez desde una copia, y el enlace sigue siendo el mismo. O saque también { $other }: el ayudante hace entonces los dos de nuevo y necesita un enlace nuevo.
problem-helper-key-not-a-key = La línea { $line } de las claves de acceso no es una clave
    .action = Escriba una clave en cada línea: 32 signos, de 0 a 9 y de a a f.
problem-helper-no-key = El ayudante no tiene clave de acceso
    .action = Escriba una en access-keys.txt, en su carpeta: 32 signos, de 0 a 9 y de a a f. O saque ese archivo de ahí, y el ayudante hace una clave nueva.
problem-helper-too-many-ports = { $option } admite como mucho { $most } números
    .action = Nombre menos.
problem-helper-nowhere = Al ayudante no se le dijo dónde escuchar
    .action = Dele una dirección en la que escuchar.

## The report as text


report-title = Informe de Separate Entrance del { $date } ({ $name } { $version })
report-office = Su oficina
report-street-address = Dirección en la calle
report-router = Router
report-phone-system = Central telefónica
report-unknown = no se sabe
report-findings = Qué se encontró
report-no-findings = No hay nada que estorbe.
report-action = Qué hacer: { $action }
report-about = Sobre: { $services }
report-detail = Para el técnico: { $detail } [{ $code }]
report-folded = Esto explica también: { $codes }
report-entrances = Entradas
report-locked = Debe quedar bajo llave
report-cabinets = Armarios que deben quedar bajo llave: { $shut ->
        [0] de { $total }, aún no se ha demostrado que ninguno lo esté.
       *[other] { $shut } de { $total } se pusieron a prueba desde fuera y están bajo llave.
    }
report-not-shown = Qué no demuestra la comprobación
report-outbound = Salidas
report-outbound-lead = Para quien cuida del firewall: desde la central telefónica hacia internet se debe permitir esto. Nada de ello necesita una entrada.
report-outbound-not-here = Lo que se intentó se intentó desde este equipo, que no es la central telefónica.
rule-way-out-direction = Sentido
rule-way-out-protocol = Protocolo
rule-way-out-ports = Puertos
rule-way-out-purpose = Para qué
rule-way-out-tried = Probado
report-outbound-out = salida
report-outbound-provider = El servidor de la compañía telefónica
way-out-reachable = la salida está libre
way-out-blocked = la salida está bloqueada
way-out-not-checked = no se probó
report-unconfirmed = sin confirmar por el fabricante
report-changes = Qué se le pidió al router
report-walks = Recorridos por fuera
report-streets = Visto desde cada calle
report-street-other = desde otra calle
report-street-same = desde la propia calle de la oficina, así que no fue desde fuera
report-street-unknown = calle desconocida
report-street-lies = esta calle responde por otros
report-trouble-no-way-out = el visitante no tenía salida
report-trouble-limit = por ahora ya se preguntó suficiente
report-trouble-time = se acabó el tiempo
report-trouble-other = algo salió mal en el recorrido
report-trouble-not-walked = nadie hizo el recorrido
report-doorman = La prueba del portero
report-doorman-none = Sin portero: todas las cartas llegaron como se enviaron.
report-letter-untouched = llegó como se envió
report-letter-rewritten = se reescribió por el camino
report-letter-lost = nunca llegó
report-letter-answer-lost = llegó, pero la respuesta no volvió
report-letter-not-sent = no se pudo enviar desde aquí
report-letter-changed = En el camino de ida ({ $name }):
report-answer-changed = En el camino de vuelta ({ $name }):
report-you-sent = usted envió
report-arrived-as = llegó como
report-line-added = (nada: añadido por el camino)
report-line-dropped = (quitado por el camino)
report-advice = Para que siga seguro
report-evidence = Qué se preguntó y qué se vio
report-vantage-inside = por dentro
report-vantage-router = router
report-vantage-outside = por fuera
report-reused = de una revisión anterior

## The terminal program.

help-heading-usage = Uso
help-heading-commands = Órdenes
help-heading-arguments = Argumentos
help-heading-options = Opciones
help-arg-help = Mostrar esta ayuda
help-arg-version = Mostrar la versión
help-entrance = Encuentra su router y su central telefónica, abre justo las entradas que necesitan los teléfonos de fuera, y toca en ellas desde fuera. Sin una orden, lo guía paso a paso
help-separate-entrance = La ventana que lo guía paso a paso. Todas las respuestas dadas aquí se pueden cambiar en ella
help-arg-renderer = Dibujar solo con esto; si falta, se intentan los dos
help-arg-self-test = Abrir la ventana, medirla, mostrar una línea y terminar
help-check = Mirar y preguntar, no cambiar nada y decir qué es cierto
help-open = Mostrar las entradas por abrir, preguntar, abrirlas y volver a leerlas
help-undo = Deshacer lo que abrió este programa
help-profile = Mostrar las centrales telefónicas, revisar un archivo con una propia o hacer uno
help-guide = Mostrar cómo hacer las entradas a mano en su router
help-invite = Hacer un código para un colega que toque desde fuera
help-walk = Tocar como pide el código de una oficina, y mostrar el código de vuelta
help-practice = Mostrar las oficinas de práctica, o abrir una
help-replay = Juzgar otra vez un informe guardado con las reglas de hoy
help-witness = En la central telefónica: ocupar un rato sus puertos de voz, para que un recorrido desde fuera los compruebe
help-watch = Mirar el router y la central telefónica una y otra vez, decir qué cambia y mantener abierto lo que abrió este programa
help-history = Mostrar las revisiones anteriores y qué cambió entre ellas
help-arg-every = Tiempo entre dos miradas, como 15m o 1h
help-arg-every-port = Preguntar a todos los puertos de voz, si hay un testigo en la central telefónica
help-arg-ports = Primer y último puerto de voz, como 10000-20000
help-arg-minutes = Cuántos minutos estar ahí, 60 como máximo; 10 si no se indica
help-arg-script = Mostrar el testigo como script para un sistema demasiado viejo para este programa
help-helper = Mantener un ayudante permanente: toca a quien se lo pide, y a nadie más
help-arg-helper = Hacer que este ayudante permanente toque desde fuera; su enlace
help-arg-doorman-from-5060 = Enviar las cartas de la prueba del portero desde el puerto 5060; solo en la propia central telefónica
help-arg-listen = Dónde escuchar; se puede dar más de una vez
help-arg-state = Carpeta para su certificado y sus claves de acceso
help-arg-also-listen = Otros puertos TCP, por los que las oficinas pueden probar sus salidas; ninguno si no se indica
help-arg-sip-port = Puertos en los que se reciben cartas de la prueba del portero, por UDP y TCP
help-arg-walks-per-minute = Recorridos por minuto en total; 60 si no se indica
help-arg-knock-from = Dirección desde la que tocar, una vez por familia; si falta, se usa una segunda dirección pública si la hay
help-arg-trust-proxy = Su propio proxy, al que se le cree quién pregunta
help-arg-known-as = Nombre o dirección por los que llegan a él las oficinas, para el enlace
help-arg-operator = Quién lo mantiene y cómo dar con él, para su página
help-arg-never = Redes a las que nunca se hacen recorridos, separadas por comas
help-arg-allow-private = Hacer recorridos también a direcciones privadas: para un laboratorio, nunca en internet
help-arg-lang = Idioma de las palabras
help-arg-system = Qué central telefónica es, por su nombre corto
help-arg-pbx = Dirección de la central telefónica en su oficina
help-arg-find-phone-system = Sí, buscar la central telefónica en la red local
help-arg-using = Quién o qué está fuera, separado por comas
help-arg-calls = Llamadas en el momento de más trabajo
help-arg-ipv6 = Abrir también por IPv6, si el router puede: yes o no (yes si no sigue ninguna palabra)
help-arg-trusted = Redes que pueden usar las entradas, separadas por comas
help-arg-symptom = Qué falla; primero vienen los hallazgos que encajan
help-arg-phones-use = Nombre o dirección de servidor que tienen los teléfonos de fuera
help-arg-stun = Preguntar a este servidor de internet la dirección en la calle del lugar donde usted está (STUN)
help-arg-provider = El servidor de su compañía telefónica; se le pregunta una vez si responde
help-arg-test = Pruebas de seguridad por hacer, cada una tras su propio sí: guest-calls, name-leak
help-arg-test-from = Hacer las pruebas de seguridad desde otra calle, por este adaptador: un teléfono móvil conectado por cable
help-arg-own-address = Su propia dirección en la calle, si la conoce. Cuenta donde nada responde que pueda decirla
help-arg-extension = Una extensión real suya, para la prueba name-leak; no se guarda en ninguna parte
help-arg-public-address = Dirección en la calle de su oficina, si el router no la dice
help-arg-practice = Usar esta oficina de práctica en lugar de la suya
help-arg-router = Mirar solo este router
help-arg-interface = Usar solo este adaptador de red
help-arg-heard-both-ways = Una llamada de prueba de hoy tuvo sonido en los dos sentidos
help-arg-save = Escribir también el informe entero en este archivo: una página para leer si su nombre acaba en .html; si no, JSON
help-arg-inside-save = También escribir en este archivo lo que dice: JSON si su nombre termina en .json; si no, texto
help-arg-masked = Ocultar los datos privados
help-arg-json = Mostrar un solo documento JSON
help-arg-walk-result = El código que devolvió el colega
help-arg-yes = Sí a lo que se muestra, sin preguntar
help-arg-repair = Quitar y poner de nuevo lo que abrió este programa y por donde nadie pasa
help-arg-dry-run = Solo mostrar, no abrir nada
help-arg-list = Solo mostrar lo que se puede deshacer
help-arg-all = Deshacerlo todo
help-arg-id = Deshacer esta
help-arg-profile-file = Un archivo por revisar
help-arg-keep = Conservar el archivo, para que --system la conozca
help-arg-new = Hacer una central telefónica propia con este nombre
help-arg-from = La central incluida a la que se parece
help-arg-bell = El número de su puerta para llamadas
help-arg-voices = El primer y el último número de sus puertas para las voces
help-arg-router-guide = Mostrar la guía de esta familia de routers
help-arg-code = El código, como se le envió
help-arg-scenario = Qué oficina de práctica
help-arg-file = Un informe guardado

terminal-hint = sugerencia: { $hint }
terminal-safety = Hacer una de dos pruebas más, solo si usted quiere
terminal-ask-provider = Probar si responde el servidor de su compañía telefónica
terminal-ask-stun = Preguntar a un servidor de internet su dirección en la calle
terminal-type-server = Escriba el nombre del servidor, o nada para volver:
terminal-type-extension = Escriba el número de cualquier teléfono de la oficina, o nada para volver:
terminal-helper-runs = El ayudante está listo. Su certificado y sus claves están en { $folder }. Pulse Ctrl-C para detenerlo.
terminal-helper-private = Este ayudante hace recorridos también a direcciones privadas. No lo tenga así en internet.
terminal-helper-stopped = El ayudante se ha detenido.
helper-page-title = Un ayudante para oficinas pequeñas
helper-page-what = Este servidor ayuda a dueños de oficinas pequeñas a saber si se llega a sus teléfonos desde fuera. Toca en las entradas de una central telefónica y dice qué respondió.
helper-page-asks = Toca solo en la dirección que se lo pide, por una conexión cifrada y con una clave. Nadie puede enviarlo a otra dirección.
helper-page-sends = Hace la pregunta más pequeña de cada servicio, dos veces como máximo, y se mantiene dentro de límites estrechos. No prueba contraseñas y no guarda ninguna lista de direcciones.
helper-page-operator = Lo mantiene: { $operator }
helper-page-nobody = Quien lo mantiene no dejó aquí su nombre.
helper-page-alone = Para que lo dejen en paz, pida a quien lo mantiene que ponga su dirección en la lista de direcciones en las que nunca se toca. Si usted nunca le pidió nada, nunca tocó en la suya.
terminal-watch-runs = Vigilando. Aparece una línea cuando algo cambia. Pulse Ctrl-C para detenerlo.
terminal-watch-stopped = Detenido. Lo que se abrió sigue abierto hasta que acabe su plazo. «entrance undo» lo deshace.
terminal-watch-no-phone-system = Aún no se conoce ninguna central telefónica, así que solo se vigila el router. Nómbrela con --pbx, o permita --find-phone-system.
terminal-history-check = { $verdict } · { $proved } de { $total } comprobadas desde fuera · dirección en la calle { $street }
terminal-history-empty = Todavía no se ha revisado nada.
history-ready = Listo
history-action-needed = Algo por hacer
history-could-not-check = No se pudo revisar
terminal-yes = sí
terminal-yes-no = [sí/no]
terminal-yes-letter = s
terminal-unknown = no se sabe
terminal-dont-know = No lo sé
terminal-candidate = Responde en { $address }: { $server }
terminal-router = Router en { $address }: { $router }
terminal-router-nameless = no dice su nombre
terminal-type-street = Escribir su dirección en la calle
terminal-type-street-now = Escriba su dirección en la calle, o pulse Enter para volver:
terminal-phone-system = Central telefónica en { $address }: { $server }
terminal-saved = Guardado en { $file }.
terminal-over-ipv6-too = Mostrar el plan también con aberturas por IPv6
terminal-nothing-to-open = No hay nada que el router pueda abrir por usted.
terminal-nothing-changed = No se cambió nada.
terminal-nothing-sent = No se envió nada.
terminal-ask-open = ¿Abrir estas entradas ahora?
terminal-ask-undo = ¿Deshacer estas ahora?
terminal-ask-walk = ¿Tocar ahí ahora?
terminal-journal-line = { $id }  { $service }  { $protocol } { $port } hacia { $client } en { $router }, hecha { $at }
terminal-hand-over = Envíe este código a su colega. Allí se ejecuta: entrance walk CODE
    Donde el programa está instalado, este enlace lo abre: { $link }
terminal-hand-back = Devuelva este código a la oficina.
terminal-walk-what = Esto toca en { $count } entradas en { $address }, una vez en cada una. No se envía nada más.
terminal-witness-what = Esto ocupa en este equipo cada puerta para las voces que esté libre en { $ports } durante { $minutes } minutos y responde a un visitante que tenga este código, y a nadie más. Las llamadas nuevas no tienen sonido mientras esté aquí. Las llamadas en curso no se tocan.
terminal-ask-witness = ¿Ponerse aquí ahora?
terminal-witness-not-found = Los visitantes con este código tocan primero en { $asked }. Ninguna de estas está en { $ports }, así que no lo encontrarán.
terminal-witness-holds = Detrás de { $count } de { $whole } puertas para las voces. Pulse Ctrl-C para terminar.
terminal-witness-in-use = No se tocaron, porque las usa la central telefónica u otra cosa: { $count } ({ $ports })
terminal-witness-beyond = Se dejaron fuera, porque este equipo no da más archivos abiertos: { $count } ({ $ports }). Suba su límite de archivos abiertos, o revíselas en una segunda vuelta.
terminal-witness-asked-by = Toca un visitante, desde
terminal-witness-tally = Toques respondidos: { $answered }. Sin responder, porque no eran de este código o llegaron dos veces: { $dropped }.
terminal-witness-from = Desde { $source }: { $count }
terminal-witness-nobody = No tocó nadie con este código. Si alguien hizo el recorrido, las voces se detienen en su camino hasta aquí.
terminal-practice-runs = La oficina de práctica { $scenario } está abierta. Pulse Ctrl-C para cerrarla.
terminal-answers = Su central telefónica es { $system } en { $pbx }.
terminal-not-a-choice = { $word } no es una de las opciones.
terminal-check-mine = Revisar mi oficina
terminal-practise = Practicar en una oficina donde nada se puede romper
terminal-how-to-answer = Pulse Enter para conservar lo que está entre corchetes. Escriba ? para saber cómo averiguarlo, o - para «No lo sé». De una lista, escriba los números separados por comas.
terminal-whole-report = Mostrar el informe entero
terminal-stay-shut = Queda bajo llave: { $services }.
terminal-must-get-out = Debe poder salir, y no necesita entrada: { $services }.
terminal-help-colleague = Ayudar a un colega a revisar la suya
terminal-quit = Salir del programa
terminal-next = Siguiente
terminal-back = Atrás
terminal-skip = Ahora no
terminal-other-address = Está en otra dirección
terminal-type-address = Escribir su dirección
terminal-look-round = Sí, buscarla en mi red
terminal-step-outside = Salir a la calle con este equipo
terminal-adapters-again = Ya conecté el teléfono móvil: mirar otra vez
terminal-ask-colleague = Pedírselo a un colega: hacerle un código
terminal-ask-helper = Pedírselo a un ayudante que siempre está fuera: tengo su enlace
terminal-paste-helper = Pegue el enlace del ayudante:
terminal-paste-helper-or-last = Pegue el enlace del ayudante, o pulse Enter para usar el de la última vez:
terminal-give-result = Tengo la respuesta del colega
terminal-paste-result = Pegue el código que volvió, o pulse Enter para volver:
terminal-paste-code = Pegue el código de la oficina, o pulse Enter para volver:
terminal-whole-computer = Este equipo está ahora en otra calle
terminal-practice-knock = En una oficina de práctica, la salida a la calle se representa para usted.
terminal-profile-sound = { $name } se lee bien
terminal-profile-kept = Guardada. Úsela con --system { $id }
terminal-by-hand = Mostrarme cómo hacerlas a mano
terminal-open-now = Abrirlas ahora
terminal-there = Su router solo abre al dispositivo que pide. Ejecute esto en la propia central telefónica:
terminal-repair = Quitar las entradas en silencio y ponerlas de nuevo
terminal-ask-repair = Mientras una entrada está quitada, las llamadas se cortan. No hay nadie al teléfono: ¿se hace ahora?
terminal-repair-yes = No hay nadie al teléfono: hacerlo ahora
terminal-undo-all = Deshacer todo lo que abrió este programa
terminal-knock-now = Tocar desde fuera ahora
terminal-recheck = Revisar otra vez
terminal-knock-again = Tocar desde fuera otra vez
terminal-plan-again = Mostrar el plan otra vez
terminal-new-check = Empezar de nuevo con las preguntas
terminal-tick = Marcar lo que ha hecho para que siga seguro
terminal-heard = Una llamada de prueba de hoy tuvo sonido en los dos sentidos
terminal-agree = Sí, tocar ahí
change-opened = abierta
change-already-there = ya existía
change-refused = el router dijo que no
change-failed = sin respuesta correcta
change-undone = deshecha
change-renewed = ahora tiene más tiempo
change-repaired = quitada y puesta de nuevo

problem-folder-unusable = La carpeta para los archivos de este programa no se puede usar: { $why }
    .action = Haga sitio en el disco. O elija una carpeta en la que se pueda escribir: con SEPARATE_ENTRANCE_DIR, o con --state para un ayudante.
problem-practice-not-opened = No se pudo abrir la oficina de práctica: { $why }
    .action = Cierre otros programas que usen la red e intente otra vez.
problem-report-not-handed-out = No se pudo guardar el informe: { $why }
    .action = Haga sitio en el disco y guárdelo de nuevo. O copie el informe.
problem-report-not-kept = Esta revisión no se pudo conservar para la próxima vez: { $why }
    .action = Haga sitio en el disco y revise otra vez.
problem-phones-use-unknown = Nadie conoce el nombre { $name }.
    .action = Lea el nombre del servidor en un teléfono de fuera, letra por letra, y escríbalo de nuevo.
problem-street-name-unknown = El nombre { $name } no lleva a ninguna dirección en la calle.
    .action = Compruebe el nombre o escriba la dirección misma.
problem-name-servers-silent = Nadie en esta red pudo averiguar adónde lleva el nombre { $name }
    .action = Compruebe que este equipo llega a internet y revise otra vez.
problem-safety-no-walk = Todavía no respondió ningún timbre desde fuera
    .action = Revise otra vez, haga que alguien toque y haga después la prueba desde la calle.
problem-unknown-test = { $word } no es una de las pruebas de seguridad: { $known }
    .action = Use una de estas palabras.
problem-not-an-extension = { $word } no puede ser una extensión.
    .action = Escríbala como está en el teléfono, por ejemplo 201.
problem-needs-extension = La prueba name-leak compara un nombre inventado con uno real, y no se dio ninguno real.
    .action = Añada --extension con el número de cualquier teléfono de la oficina.
problem-safety-needs-yes = No hay nadie aquí que diga que sí, así que no se hizo ninguna prueba de seguridad.
    .action = Añada --yes, o ejecútelo en un terminal.
problem-safety-no-sip = La central telefónica todavía no ha respondido, así que no hay nada que poner a prueba.
    .action = Revise otra vez y haga después la prueba.
problem-safety-not-made = No se pudo hacer la prueba: { $why }
    .action = Revise otra vez y haga después la prueba.
problem-not-a-server = { $word } no es el nombre de un servidor.
    .action = Escríbalo como phones.example.com o 203.0.113.5.
problem-stun-name-unknown = Nadie conoce el servidor { $server }, así que no se le preguntó a nadie su dirección en la calle.
    .action = Compruebe su nombre e intente otra vez.
problem-stun-silent = El servidor { $server } no dijo cuál es su dirección en la calle.
    .action = Pruebe con otro servidor, o abra una página web que muestre su dirección y escríbala.
problem-stun-not-outside = El servidor { $server } ve este equipo en { $address }, que no es una dirección en la calle.
    .action = Elija un servidor que esté fuera de su edificio y fuera de la red de su compañía de internet.
problem-router-other = El router en { $address } no es el que se cambió.
    .action = Vuelva a la red de aquella oficina e intente otra vez.
problem-invitation-not-kept = La invitación no se pudo conservar, así que su respuesta no se podría comprobar: { $why }
    .action = Haga sitio en el disco y pida un código nuevo.
problem-engine-not-started = El programa no pudo empezar: { $why }
    .action = Reinicie este equipo e intente otra vez.
problem-not-a-network = { $word } no es una dirección de red.
    .action = Escríbala como 198.51.100.7 o 198.51.100.0/24.
problem-unknown-symptom = { $word } no es uno de los problemas que conoce este programa: { $known }
    .action = Use una de estas palabras.
problem-not-a-street-address = { $word } no puede ser su dirección en la calle: nadie de fuera puede llegar a ella.
    .action = Pida a su compañía de internet su dirección pública, o no la ponga.
problem-not-saved = No se pudo escribir { $file }: { $why }
    .action = Elija otro lugar con --save.
problem-not-printed = No se pudo escribir la salida: { $why }
    .action = Elija otro lugar y ejecute la orden otra vez.
problem-unknown-entry = No hay ninguna entrada abierta con el número { $word }.
    .action = Ejecute entrance undo --list para ver los números.
problem-unknown-router-guide = No hay ninguna guía llamada { $word }. Estas hay: { $known }
    .action = Use uno de estos nombres, o no lo ponga.
problem-needs-yes = No hay nadie aquí que diga que sí, así que no se cambió nada y no se envió nada.
    .action = Añada --yes, o ejecútelo en un terminal.
problem-not-a-number = { $word } no es un número de llamadas
    .action = Escriba un número como 4, o pulse Enter si no lo sabe.

## The window's own words: buttons, hints, the picture

window-title = Separate Entrance
window-back = Atrás
window-next = Siguiente
window-cancel = Cancelar
window-finish = Terminar
window-unknown = no se sabe
window-dont-know = No lo sé
window-copied = Copiado
window-working = Preparando
window-progress = { $done } de { $total }: { $doing }
window-bullet = – { $what }
window-ports = { $label }, { $protocol } { $ports }
window-not-confirmed = Sin confirmar por el fabricante
window-set-aside = { $why ->
    [newer-program] Una versión más nueva de este programa escribió { $file }. El archivo queda como está para ella, y esta versión lleva el suyo al lado.
   *[other] Esta versión no puede leer el archivo { $file }. Se guarda como { $kept_as }, y el programa empezó de cero.
    }
settled-opening-made = La apertura de { $service } se había interrumpido. El router tiene esta entrada, y puede retirarla como cualquier otra.
settled-opening-not-made = La apertura de { $service } se había interrumpido. El router no tiene esta entrada.
settled-opening-untold = La apertura de { $service } se había interrumpido, y este router no dice si lo hizo. Ábrala de nuevo, o retírela.
settled-repairing-made = La renovación de { $service } se había interrumpido. La entrada está ahí otra vez.
settled-repairing-not-made = La renovación de { $service } se había interrumpido. La entrada ya no está, así que ábrala de nuevo.
settled-undoing-still-there = La retirada de { $service } se había interrumpido. La entrada sigue ahí, así que retírela de nuevo.
settled-undoing-undone = La retirada de { $service } se había interrumpido. Ahora está retirada.

no-display = No hay pantalla en la que abrir una ventana, así que todo sigue aquí como texto. { $why }
no-display-box =
    Este equipo no puede dibujar la ventana. { $why }

    Abra un terminal y escriba «entrance»: ahí están los mismos pasos como texto. O use otro equipo de su oficina.

window-step-questions = Unas preguntas
window-step-router = Su edificio
window-step-phones = Su central
window-step-knock = Tocar fuera
window-step-offer = El plan
window-step-by-hand = Hacer que dure
window-step-results = Resultados
window-checking = Revisando otra vez
    .title = Revisando otra vez
    .lead = Se pregunta una vez más a su router y a su central telefónica. No se cambia nada.
window-rail-promise = Nada cambia sin su sí.
window-rail-past = { $step }, hecho
window-rail-here = { $step }, usted está aquí
window-rail-ahead = { $step }, todavía por venir

window-practice = Oficina de práctica
window-practice-safe = Vive dentro de este programa. Su propia red no se toca.
window-practice-leave = Salir de la práctica
window-practice-knock = En una oficina de práctica, la salida a la calle se representa para usted.

window-check-mine = Revisar mi oficina
    .title = Mis teléfonos de fuera no funcionan, o quiero estar seguro de que sí
    .lead = Unas pocas preguntas, una mirada a su router y a su central telefónica, y un toque desde fuera. Tarda unos cinco minutos.
window-help-colleague = Ayudar a un colega
    .title = Un colega me envió un código
    .lead = Toque en su oficina desde donde usted está, y devuelva lo que vio.
window-practise = Elegir una oficina de práctica…
    .title = Quiero practicar antes
    .lead = Una oficina pequeña entera dentro de este programa. En ella nada se puede romper.
window-practise-hide = Ocultar las oficinas de práctica

window-questions-more = Conviene saberlo, se puede saltar
    .lead = Elija «No lo sé» o deje un campo vacío. El programa lo averigua, o dice qué no pudo saber.
window-questions-unsound = Una respuesta todavía no se puede leer
window-how-to-find = ¿Cómo lo averiguo?
window-using-empty = Nada marcado: contamos con teléfonos fuera de la oficina.
window-phones-use-hint = por ejemplo phones.example.com
window-calls-hint = por ejemplo 4
window-trusted-hint = por ejemplo 198.51.100.7, 198.51.100.0/24
window-pbx-hint = por ejemplo 192.168.1.20
window-wrong-number = Escriba un número, por ejemplo 4.
window-wrong-network = { $word } no es una dirección. Escríbala como 198.51.100.7 o 198.51.100.0/24.
window-wrong-address = Esto no es una dirección. Escriba cuatro números con puntos, por ejemplo 192.168.1.20.
window-wrong-street = Esto no puede ser una dirección en la calle: nadie de fuera puede llegar a ella. Pida a su compañía de internet su dirección pública.

window-router-nameless = Un router que no dice su nombre
window-router-default = Da a internet
window-router-at = Encontrado en { $address } en su oficina
window-router-street = Dirección en la calle:
window-street-said = { $street }, { $from }
window-router-takes = Abre entradas por encargo:
window-control-upnp = sí
window-control-asker-only = solo para el dispositivo que pide
window-control-none = no, solo a mano
window-no-router = No respondió ningún router. Aun así todo se puede preparar a mano, y el toque desde fuera también funciona.

window-candidates = Respondieron en su red
window-candidate-likely = Parece una central telefónica
window-candidate-silent = No dijo qué es
window-candidate-use = Usar { $address }
window-nobody-found = No respondió nadie. Escriba mejor la dirección: en cualquier teléfono de mesa, abra Menú, luego Estado (Menu, Status), y lea lo que pone en el servidor.
window-look-round-again = Buscar otra vez
window-look-round = Buscar en mi red
    .title = Deje que el programa la encuentre
    .lead = Pregunta una vez a cada dirección de la red de su oficina: ¿es usted una central telefónica? Nada sale de su oficina.
window-type-address = Escribir la dirección
    .title = O escriba su dirección
    .lead = En cualquier teléfono de mesa: Menú, luego Estado (Menu, Status). La dirección está junto al servidor.
window-use-address = Usar esta dirección
window-other-address = Está en otra dirección
window-phones-unknown = Seguir: no lo sé
window-phone-system-at = Encontrada en { $address } en su oficina
window-phone-system-says = Se presenta como { $server }
window-phone-system-mac = Dirección de hardware { $mac }
window-inside = Preguntado desde dentro de la oficina
window-voice-inside = solo responde durante una llamada

window-knock-at = Se toca en { $address }, su dirección en la calle.
window-knock-skip = Ahora no
window-step-outside = Tocar ahora
    .title = Salir a la calle con este equipo
    .lead = Comparta el internet de un teléfono móvil. El cable de la oficina se queda puesto.
window-outside-first = 1. Apague el Wi-Fi del teléfono móvil, para que use la red móvil.
window-outside-second = 2. Conéctelo a este equipo por USB y comparta su internet.
window-outside-third = 3. Elíjalo aquí y toque.
window-adapter = Salir por
window-adapter-whole = Lo que este equipo use ahora
window-adapter-line = { $name } ({ $address })
window-adapter-over-ipv6 = { $name } (solo IPv6)
window-adapter-again = Mirar otra vez: ya lo conecté
window-adapter-only-one = Por ahora solo se conoce una salida. Conecte el teléfono y pulse el botón. O únase a su punto de acceso y quite el cable de la oficina.
window-ask-colleague = Hacer un código
    .title = Pedírselo a un colega que esté en casa
    .lead = Abre este programa, pega el código que usted le envía y pulsa un botón. Después le devuelve a usted un código corto.
window-helper = Hacer que toque el ayudante
    .title = Un ayudante que siempre está fuera
    .lead = Puede tenerlo la empresa de su central telefónica o su técnico. Pegue el enlace que le dieron. Toca solo en la dirección que se lo pide.
window-helper-hint = https://…
window-hand-over = Entregar el código
    .title = Envíe este código a su colega
    .lead = Por correo, por chat o leído en voz alta. Solo nombra su dirección en la calle y las entradas en las que tocar.
window-copy-code = Copiar el código
window-copy-link = Copiarlo como enlace
window-expires = Vale hasta el { $until }
window-qr = El mismo código para una cámara
window-give-result = Leer la respuesta
    .title = El código que volvió
    .lead = Péguelo aquí.
window-code-hint = Pegue el código entero
window-street = Dirección en la calle
    .title = ¿Cuál es su dirección en la calle?
    .lead = Hasta ahora nadie supo decirla. Puede decirla su compañía de internet, o cualquier teléfono de fuera que funcione. Sin ella no hay dónde tocar.
window-street-hint = por ejemplo 203.0.113.7
window-street-typed = Usted escribió esta dirección. Si una cifra está mal, se toca en casa de extraños.
window-street-other = Usar otra dirección
window-street-clear = Quitarla
window-stun = Un servidor que dice a quien pregunta su dirección
    .lead = O nombre un servidor de internet que diga su dirección a quien pregunta. Solo se pregunta a este, una vez, y solo después de su sí.
window-stun-hint = por ejemplo stun.example.com
window-stun-ask = Sí, preguntar a { $server }
window-wrong-server = Esto no es un nombre de servidor ni una dirección.
window-provider = El servidor de su compañía telefónica
    .lead = ¿Está libre el camino a su compañía telefónica? Escriba el nombre del servidor que tiene la central telefónica, y se le pregunta una vez si responde.
window-provider-hint = por ejemplo phones.example.com
window-provider-try = Probar la compañía telefónica
window-copy-ways-out = Copiar esta tabla
window-safety = Dos pruebas más, solo si usted quiere
    .lead = Prueban lo que podría intentar un desconocido en la calle. No suena nada y no se cambia nada.
    .street = Dentro, la central telefónica quizá conoce a su propia gente. Para probar como un desconocido, comparta por cable el internet de un teléfono móvil y elija aquí el móvil. Solo se prueba una entrada que respondió a un toque desde fuera.
window-safety-guest-calls = Hacer la llamada del desconocido
window-safety-name-leak = Comparar los dos nombres
window-safety-extension = Número de cualquier teléfono de la oficina
window-safety-extension-hint = por ejemplo 201
window-safety-your-extension = el número de abajo
window-safety-wrong-extension = Esto no puede ser el número de un teléfono.
window-safety-from = Hecha desde
window-safety-from-inside = aquí, dentro de la oficina
window-safety-made = { $from ->
        [outside] Desde la calle
       *[inside] Desde dentro de la oficina
    }, { $at }

window-offer-everyone = Sin lista de invitados, estas entradas están abiertas a todos en internet hasta que el router las cierre. Para una prueba está bien. Para hacer que dure, nombre a los invitados.
window-offer-guests = Su lista de invitados no va incluida: abiertas así, las puertas dejan tocar a todos. Para que los extraños se queden fuera, haga las reglas a mano con la lista, o ponga la lista en la central telefónica.
window-offer-over-ipv6 = La clase de dirección más nueva
    .lead = Su edificio tiene una segunda clase de dirección, más nueva (IPv6), y su router puede dejar entrar también por ella a los teléfonos. Acaba por sí sola tras un día, si este programa no sigue vigilando. Solo la necesita si un teléfono de fuera no puede usar la clase antigua.
window-offer-over-ipv6-wanted = Dejar entrar también por ahí a los teléfonos
window-offer-nothing = No hay nada que el router pueda abrir por usted. Lo que falta se hace a mano.
window-offer-open-one = Una entrada por abrir
window-offer-open-many = { $count } entradas por abrir
window-offer-by-hand-one = Una entrada que usted hace a mano
window-offer-by-hand-many = { $count } entradas que usted hace a mano
window-offer-there-one = Una entrada ya existe
window-offer-there-many = { $count } entradas ya existen
window-offer-locked-one = Un armario queda bajo llave
window-offer-locked-many = { $count } armarios quedan bajo llave
window-offer-out-one = Una salida que debe quedar libre
window-offer-out-many = { $count } salidas que deben quedar libres
window-approve-one = Abrir esta entrada
window-approve-many = Abrir estas { $count } entradas
window-i-make-them = Hacerlas a mano
window-show-by-hand = Mostrarme cómo

window-opening-safe = Cada entrada se anota antes de abrirla y se vuelve a leer después. Cancelar no deja nada a medias.
window-change-label = { $protocol } { $ports } hacia { $client }
window-change-waiting = en espera
window-change-minutes = Queda abierta { $count ->
        [0] menos de un minuto
        [one] { $count } minuto
       *[other] { $count } minutos
    }, y después se cierra sola con llave.
window-change-hours = Queda abierta { $count } horas, y después se cierra sola con llave.
window-change-days = Queda abierta { $count } días, y después se cierra sola con llave.
window-repair = Quitarla y ponerla de nuevo…
window-repair-ask = Mientras la entrada está quitada, las llamadas se cortan. ¿Hay alguien al teléfono? Solo se toca lo que hizo este programa, y se vuelve a poner pase lo que pase.
window-repair-now = Hacerlo ahora: no hay nadie al teléfono
window-repair-later = Ahora no
window-there = En la propia central telefónica
    .lead = Su router solo abre al dispositivo que pide. Este programa puede pedir por usted allí. Copie el programa pequeño a la central telefónica y ejecute esto:
window-copy-command = Copiar la orden
window-change-stays = Queda abierta hasta que usted la deshaga.
window-change-code = El motivo del router: { $code }
window-make-it-last = Hacer que dure
window-undo-all-one = Deshacerla
window-undo-all-many = Deshacerlo todo
window-undo-one = Deshacer { $name }
window-undo = Abiertas por este programa
    .lead = El router se puede dejar como estaba.

window-guide-add-rule = Añada una regla por cada línea de la tabla de arriba. Cópielo todo exactamente como está. Guarde al final.
window-rules = Las reglas por hacer
window-no-rules = No hay ninguna regla que hacer.
window-check-other = Revisar la otra
window-own-system = Mi central telefónica tiene otros números
    .lead = Elija arriba la que más se le parezca. Después diga qué es distinto, y guárdela con un nombre propio.
window-own-name = Un nombre para ella
window-own-bell = Número de la puerta para llamadas, si es otro
window-own-voices = Primer y último número de las puertas para las voces, si son otros
window-own-keep = Guardarla y elegirla
window-copy-rules = Copiar la tabla
window-copy-commands = Copiar: { $what }
window-rules-everyone = Estas reglas dejan entrar a todos. Si su router puede limitar el origen, ponga ahí las direcciones de sus invitados.
window-knock-now = Tocar desde fuera

window-recheck = Revisar otra vez
window-knock-again = Tocar desde fuera
window-plan-again = Mostrar el plan
window-results-by-hand = Mostrarme cómo
window-start-over = Preguntarme otra vez
window-findings = Qué hacer
window-no-findings = Nada que hacer
window-notes = Conviene saberlo
window-do-this = Haga esto
window-explains = Esto explica también:
window-technician = Para el técnico
window-heard-both-ways = Confirmar: una llamada de prueba de hoy tuvo sonido en los dos sentidos
window-entrances = Entradas
window-no-entrances = Para lo que usted contó no hace falta ninguna entrada.
window-entrance-seen = Por dentro: { $inside }. Router: { $router }. Por fuera: { $outside }.
window-doorman = El portero
    .lead = Enviamos cartas por delante de él y comparamos cada línea con lo que llegó fuera.
    .none = Todas las cartas llegaron como se enviaron. Ningún portero las abre.
window-letter-untouched = llegó como se envió
window-letter-rewritten = llegó con otras líneas
window-letter-lost = nunca llegó
window-letter-answer-lost = llegó, y su respuesta se perdió
window-letter-not-sent = no se pudo enviar
window-letter-back = En el camino de vuelta:
window-letter-sent = { $line }: usted envió
window-letter-arrived = { $line }: llegó como
window-letter-absent = (nada)
window-streets = Visto desde cada calle
window-street-saw = { $from }: { $said } ({ $at })
window-walked-colleague = Un colega tocó desde { $from }, { $at }
window-walked-step-outside = Este equipo tocó desde { $from }, { $at }
window-walked-helper = Un ayudante tocó desde { $from }, { $at }
window-walked-colleague-somewhere = Un colega tocó, { $at }
window-walked-step-outside-somewhere = Este equipo tocó, { $at }
window-walked-helper-somewhere = Un ayudante tocó, { $at }
window-not-walked = Todavía nadie ha tocado desde fuera.
window-cabinets = Queda bajo llave
window-cabinets-open-one = Un armario está abierto a la calle
window-cabinets-open-many = { $count } armarios están abiertos a la calle
window-cabinets-shut-one = El único armario se puso a prueba desde fuera y está bajo llave
window-cabinets-shut-many = Los { $count } armarios se pusieron a prueba desde fuera y están bajo llave
window-cabinets-some = { $shut } de { $total } armarios se pusieron a prueba desde fuera y están bajo llave
window-cabinets-unseen-one = Un armario, aún no puesto a prueba desde fuera
window-cabinets-unseen-many = { $count } armarios, aún no puestos a prueba desde fuera
window-cabinets-list = Todos los armarios
window-since = Desde { $at }
window-happened = Mientras esta ventana estaba abierta
    .action = Revise otra vez para ver el cuadro completo.
window-other-owner = Otra copia de este programa vigila esta oficina (proceso { $pid }, desde { $since })
window-history = Revisiones anteriores
window-history-list = Todas las revisiones y qué pasó entre ellas
window-history-check = { $verdict }, { $proved } de { $total } comprobadas desde fuera
window-history-more = Para ver las más antiguas, escriba «entrance history» en un terminal
window-since-same = No cambió nada
window-since-still = Todavía no está como debería: { $service }
window-advice = Para que siga seguro
window-ticked = Hecho el { $date }
window-support = Copiar un mensaje para soporte
    .title = Tres intentos son suficientes
    .lead = Envíe esto al soporte de su central telefónica. Dice qué se intentó y qué resultó, con los datos privados ocultos.

window-drawer = Para el técnico: todos los detalles
    .lead = Exacto y completo. Lo que usted copia aquí lleva los datos privados ocultos.
window-copy-masked = Copiar el informe
window-save = Guardarlo con nuestras direcciones y nombres
    .name = Informe de Separate Entrance { $at }
window-save-masked = Guardar el informe
    .name = Informe de Separate Entrance { $at } oculto
window-saved = Guardado como { $path }, y junto a él lo mismo como datos (.json) para un técnico.
window-evidence-table = Preguntas y respuestas
window-no-evidence = Todavía no se preguntó nada.
window-mapping-table = La lista del router
window-no-mappings = El router no tiene entradas en su lista, o no se le preguntó.
window-mapping-ours = (hecha por este programa)
window-mapping = { $protocol } { $outside } hacia { $client }:{ $inside }, plazo { $lease } s, «{ $description }» { $ours }
window-evidence = { $vantage } { $service } { $protocol } { $target }: { $outcome }, { $elapsed } ms { $seen }
window-to-compare = para comparar
window-vantage-inside = por dentro
window-vantage-router = router
window-vantage-outside = por fuera
window-column-at = hora
window-column-from = desde
window-column-service = servicio
window-column-protocol = protocolo
window-column-target = destino
window-column-outcome = resultado
window-column-elapsed = ms
window-column-seen = visto
window-drawer-router = router { $address }, WAN { $wan }, siguiente salto { $hop }, abre por encargo: { $control }
window-drawer-adapter = adaptador { $name } { $address }/{ $prefix }
window-drawer-program = { $name } { $version }, empezó { $at }, tardó { $took } ms

window-paste-code = Pegar el código
    .title = El código de su colega
    .lead = Péguelo aquí. No se envía nada antes de que usted vea lo que pide.
window-read-code = Leer el código
window-asked = Qué se pide
    .title = Tocar en { $address }
    .lead = Central telefónica: { $system }. El código vale hasta el { $until }.
window-asked-doors-one = Una entrada, y los armarios que deben estar bajo llave:
window-asked-doors-many = { $count } entradas, y los armarios que deben estar bajo llave:
window-agree-promise = A cada una se le pregunta una sola vez, con cortesía, desde este equipo. No se prueba ninguna contraseña y no se cambia nada.
window-agree = Sí, tocar ahí
window-own-street = Su propia dirección en la calle
    .lead = Solo si la conoce: la dice una página web que muestra la dirección propia. Si nadie le responde, dice a la oficina a quién debe dejar entrar.
window-hand-back = Devolver
    .title = Hecho. Devuelva este código
    .lead = Dice qué respondió. Solo la oficina que lo invitó puede leerlo como respuesta.

window-plate-calls = Llamadas
window-plate-voices = Voces
window-plate-fax = Fax
window-plate-other-office = Otra oficina
window-plate-hud = HUD
window-plate-chat = Chat
window-plate-pages = Páginas
window-plate-data = Datos
window-plate-cabinet = Armario

window-picture-your-address = su dirección
window-picture-no-address = desconocida
window-picture-own-door = su puerta
window-picture-phone-system = su central
window-picture-phone-system-at = central { $address }
window-picture-doorman = el portero abre las cartas
window-picture-locked = bajo llave
window-picture-open-cabinet = ¡está abierto!
window-picture-cabinets = armarios
window-picture-building = segundo edificio
window-picture-tower = torre común
window-picture-not-walked = aún no tocó nadie
window-picture-walked = tocó { $at }
window-picture-promise-walker = toc, toc
window-picture-said = Su edificio en { $address }
window-picture-said-nowhere = Su edificio. Todavía nadie ha visto su dirección en la calle
window-picture-door = { $plate }: { $verdict }
window-picture-promise = Una calle con su edificio. Junto a su propia puerta hay entradas independientes para llamadas, voces y HUD, cada una con su lámpara, y todas llevan a la central telefónica. Los armarios de al lado quedan bajo llave. Alguien toca desde fuera
