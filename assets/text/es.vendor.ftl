# Lo que una compañía telefónica prepara para sus clientes, el aviso de una versión nueva y la copia para un colega.

problem-preset-unreadable = No se puede leer el archivo preparado { $file }: { $why }
    .action = Pida otra vez ese archivo a quien le dio este programa. Todo funciona sin él.
problem-preset-too-large = El archivo preparado { $file } pasa de { $most } KiB, así que se deja de lado
    .action = Pida otra vez ese archivo a quien le dio este programa. Todo funciona sin él.
problem-preset-not-text = El archivo preparado { $file } no es texto sencillo: se copió solo en parte, o se guardó de otra forma que UTF-8
    .action = Pida otra vez ese archivo a quien le dio este programa. Todo funciona sin él.
problem-preset-broken = El archivo preparado { $file } está dañado o se copió solo en parte. No se puede leer la línea { $line }: { $why }
    .action = Pida otra vez ese archivo a quien le dio este programa. Todo funciona sin él.
problem-preset-unknown-key = La línea { $line } del archivo preparado { $file } tiene una palabra que nadie conoce: { $key }
    .action = Use allí solo estas palabras: { $known }. Todo funciona sin el archivo.
problem-preset-wrong-value = La línea { $line } del archivo preparado { $file } no sirve: { $key ->
        [form] form tiene que ser 1
        [name] name cabe en una línea de 60 letras como mucho
        [profile] profile tiene que ser el nombre corto de una central telefónica
        [helper] helper tiene que ser el enlace entero de un ayudante
        [support] support cabe en una línea de 120 letras como mucho
        [language] language tiene que ser el nombre corto de un idioma que habla el programa
        [logo] logo tiene que ser el nombre de una imagen junto al archivo
        [ask] ask tiene que ser una dirección que empiece por https://
        [pins] pins tiene que ser de una a cuatro huellas de 64 signos, entre corchetes
       *[newer] newer tiene que tener líneas propias, debajo de [newer]
    }
    .action = Pida uno correcto a quien le dio este programa. Todo funciona sin él.
problem-preset-nameless = El archivo preparado { $file } no dice de quién es: falta el nombre, o se copió solo en parte
    .action = Pida otra vez ese archivo a quien le dio este programa. Todo funciona sin él.
problem-preset-newer = El archivo preparado { $file } es para una versión más nueva de este programa
    .action = Pida la versión más nueva a quien le dio este programa. Todo funciona sin el archivo.
problem-preset-logo = El logotipo { $logo } del archivo preparado { $file } se deja de lado: { $why ->
        [missing] no está, o no se puede leer
        [too-large] pasa de 64 KiB
        [not-png] no es una imagen PNG
        [too-many-pixels] tiene más de 800 píxeles de ancho o 400 de alto
       *[damaged] está dañado, o se copió solo en parte
    }
    .action = Pida otra vez esa imagen a quien le dio este programa. Todo funciona sin ella.

vendor-prepared-by = Preparado por { $name }
vendor-support = Ayuda: { $support }
vendor-logo = Logotipo de { $name }
vendor-send-to = Para { $name }: { $support }
window-helper-offered = Este enlace es de { $name }. No se pregunta a nadie antes de que pulse el botón.
terminal-paste-helper-or-vendor = Pegue el enlace del ayudante, o pulse Enter para usar el de { $name }:

window-newer = Hay una versión más nueva ({ $version }) aquí: { $address }
window-newer-open = Abrir esa página
window-newer-ask = ¿Puede este programa mirar si hay versiones más nuevas?
    .lead = Una vez al día como mucho, preguntaría a { $host } de { $name }. No dice nada de usted ni de su oficina; { $host } ve su dirección de calle, como toda página de internet. Nunca instala nada por su cuenta.
window-newer-choice = Versiones más nuevas
    .lead = { $name } las anuncia en { $host }. Nada se instala por su cuenta.
window-newer-yes = Mirar una vez al día
window-newer-no = No mirar

window-carried = Esta copia no necesita instalación. Cuando usted la deja, borra lo que anotó. Solo cuántas veces tocó, y dónde, queda entre los archivos temporales de este ordenador, para que nadie quede fuera por tocar demasiado.
help-arg-colleague = Solo ayudar a un colega: no guardar nada ni abrir nada. Una copia llamada help-a-colleague lo hace por sí misma
