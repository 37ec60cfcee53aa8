import type { Messages } from '../../words.ts';

/** Caption files, captions and speech. */
export const captionReports: Messages = {
  'This {0} file is wrong in line {1}: {2} (found “{3}”). {4}':
    'Este archivo {0} tiene un error en la línea {1}: {2} (se encontró «{3}»). {4}',
  'This {0} file is wrong in line {1}: {2}. {3}': 'Este archivo {0} tiene un error en la línea {1}: {2}. {3}',
  '“{0}” is too large for a file of captions: at most {1} MB. Choose an SRT, WebVTT or ASS file.':
    '«{0}» es demasiado grande para un archivo de subtítulos: {1} MB como máximo. Elige un archivo SRT, WebVTT o ASS.',
  '“{0}” has no captions in it. Choose another file.': '«{0}» no contiene subtítulos. Elige otro archivo.',

  'a file has at least one caption': 'un archivo tiene al menos un subtítulo',
  'Choose a file with captions.': 'Elige un archivo con subtítulos.',
  'a caption begins with its number': 'un subtítulo empieza por su número',
  'Put the number on this line.': 'Pon el número en esta línea.',
  'the times of the caption follow its number': 'los tiempos del subtítulo siguen a su número',
  'Write them like “{0}”.': 'Escríbelos como «{0}».',
  'captions stand in order of time': 'los subtítulos van en orden de tiempo',
  'Sort them by start.': 'Ordénalos por su inicio.',
  'a caption has text': 'un subtítulo tiene texto',
  'Write some, or take out number and times.': 'Escribe algo, o quita el número y los tiempos.',
  'places in pixels (X1 to Y2) have no known picture size':
    'las posiciones en píxeles (X1 a Y2) no tienen un tamaño de imagen conocido',
  'Take them out, and begin the text with {\\an8} for a caption at the top.':
    'Quítalas y empieza el texto con {\\an8} para un subtítulo arriba.',
  'times are written like “{0}”': 'los tiempos se escriben como «{0}»',
  'Correct this line.': 'Corrige esta línea.',
  'Correct it.': 'Corrígelo.',
  'minutes and seconds are at most 59': 'los minutos y segundos llegan hasta 59',
  'a caption ends after it starts': 'un subtítulo termina después de empezar',
  'Correct its end.': 'Corrige su final.',
  'an empty line stands between two captions': 'entre dos subtítulos hay una línea vacía',
  'Put one before the number of this caption.': 'Pon una antes del número de este subtítulo.',
  '<{0}> is closed in its caption': '<{0}> se cierra en su subtítulo',
  'Add </{0}>.': 'Añade </{0}>.',
  '<{0}> has no attributes': '<{0}> no lleva atributos',
  'Write <{0}>.': 'Escribe <{0}>.',
  '<font> has a colour, as #RRGGBB or an HTML name, and nothing else':
    '<font> lleva un color, como #RRGGBB o un nombre de HTML, y nada más',
  'Write <font color="#FFD700">, or take the tag out.': 'Escribe <font color="#FFD700">, o quita la marca.',
  '<{0}> closes before what is around it': '<{0}> se cierra antes que lo que tiene alrededor',
  '{0} closes a tag that is open': '{0} cierra una marca que está abierta',
  'Open and close tags in pairs.': 'Abre y cierra las marcas por parejas.',
  'captions are text, and this looks like UTF-16 without its mark, or no text at all':
    'los subtítulos son texto, y esto parece UTF-16 sin su marca, o no es texto',
  'a character could not be read, because the file is in another encoding than UTF-8':
    'no se pudo leer un carácter, porque el archivo no está en UTF-8',
  'Save the file as UTF-8 and open it again.': 'Guarda el archivo como UTF-8 y ábrelo de nuevo.',

  'a WebVTT file begins with the word WEBVTT on a line of its own':
    'un archivo WebVTT empieza por la palabra WEBVTT sola en una línea',
  'Put it on the first line, or rename an SRT file to .srt.':
    'Ponla en la primera línea, o cambia a .srt el nombre de un archivo SRT.',
  'an empty line follows the head of the file': 'tras la cabecera del archivo hay una línea vacía',
  'Put one in.': 'Pon una.',
  '{0} holds no “-->”': '{0} no contiene «-->»',
  'Put an empty line before the times.': 'Pon una línea vacía antes de los tiempos.',
  '{0} stands before the first caption': '{0} va antes del primer subtítulo',
  'Move it to the top of the file.': 'Muévelo al principio del archivo.',
  'a caption has a line of times': 'un subtítulo tiene una línea de tiempos',
  'Write them like “{0}”, or begin a remark with NOTE.': 'Escríbelos como «{0}», o empieza una nota con NOTE.',
  'each caption has an identifier of its own': 'cada subtítulo tiene su propio identificador',
  'Change it or take it out.': 'Cámbialo o quítalo.',
  'Write some, or take out its times.': 'Escribe algo, o quita sus tiempos.',
  'settings are {0}': 'los ajustes son {0}',
  'Correct or take out this setting.': 'Corrige o quita este ajuste.',
  '“{0}” is written like “{1}”': '«{0}» se escribe como «{1}»',
  '“{0}” is set once': '«{0}» se indica una sola vez',
  'Take one of them out.': 'Quita uno de ellos.',
  'a region is declared in a REGION block at the top': 'una región se declara en un bloque REGION al principio',
  'Declare it, or take out this setting.': 'Declárala, o quita este ajuste.',
  'a region has {0}, each with a colon and its value': 'una región tiene {0}, cada uno con dos puntos y su valor',
  'a region has an id': 'una región tiene un id',
  'Add a line like “id:top”.': 'Añade una línea como «id:top».',
  'an empty line stands between two captions, and “-->” in a text is written “--&gt;”':
    'entre dos subtítulos hay una línea vacía, y «-->» en un texto se escribe «--&gt;»',
  'a “<” in a text is written “&lt;”': 'un «<» en un texto se escribe «&lt;»',
  'a “&” in a text is written “&amp;”': 'un «&» en un texto se escribe «&amp;»',
  '{0} in “{1}”': '{0} en «{1}»',
  'tags are <b>, <i>, <u>, <c>, <v> and times like <00:01:02.345>':
    'las marcas son <b>, <i>, <u>, <c>, <v> y tiempos como <00:01:02.345>',
  'Take this tag out, or write “&lt;” where it is no tag.': 'Quita esta marca, o escribe «&lt;» si no es una marca.',
  'times in a text rise, inside the times of its caption':
    'los tiempos de un texto van en aumento, dentro de los tiempos de su subtítulo',
  'Correct or take out this time.': 'Corrige o quita este tiempo.',
  '<v> names who speaks': '<v> dice quién habla',
  'Write it like <v Ann>.': 'Escríbelo como <v Ana>.',
  'one caption here has one speaker, named at its start':
    'aquí un subtítulo tiene un solo hablante, nombrado al principio',
  'Give each speaker a caption of their own.': 'Dale a cada hablante su propio subtítulo.',

  'an ASS file begins with [Script Info]': 'un archivo ASS empieza por [Script Info]',
  'Choose an ASS file, or rename it to what it is.': 'Elige un archivo ASS, o cámbiale el nombre por el que le toca.',
  'ScriptType is v4.00+': 'ScriptType es v4.00+',
  'Save the file as Advanced SubStation Alpha (.ass).': 'Guarda el archivo como Advanced SubStation Alpha (.ass).',
  '{0} is a whole number of pixels': '{0} es un número entero de píxeles',
  '[V4+ Styles] holds one “Format:” and then lines of “Style:”':
    '[V4+ Styles] contiene un «Format:» y luego líneas de «Style:»',
  'a style has the {0} fields that “Format:” names': 'un estilo tiene los {0} campos que nombra «Format:»',
  'Add or take out fields.': 'Añade o quita campos.',
  'a “{” is closed by “}”': 'una «{» se cierra con «}»',
  'Close it, or write “\\{”.': 'Ciérrala, o escribe «\\{».',
  'a caption is text, not a drawing (\\p)': 'un subtítulo es texto, no un dibujo (\\p)',
  'Take this event out, or make it a “Comment:”.': 'Quita este evento, o conviértelo en «Comment:».',
  '\\an is 1 to 9, \\pos is (x,y), and \\k is followed by hundredths of a second':
    '\\an va de 1 a 9, \\pos es (x,y) y \\k va seguido de centésimas de segundo',
  'Correct or take out this tag.': 'Corrige o quita esta marca.',
  'the times of words (\\k) end with their caption': 'los tiempos de las palabras (\\k) terminan con su subtítulo',
  'Shorten them, or let the caption stay longer.': 'Acórtalos, o haz que el subtítulo dure más.',
  'captions stand in a section [Events]': 'los subtítulos van en una sección [Events]',
  'Choose a file that has one.': 'Elige un archivo que la tenga.',
  'lines of [Events] begin with “Format:”, “Dialogue:” or “Comment:”':
    'las líneas de [Events] empiezan por «Format:», «Dialogue:» o «Comment:»',
  '“Format:” stands before the first event': '«Format:» va antes del primer evento',
  'Put it in.': 'Ponlo.',
  '“Format:” names {0}': '«Format:» nombra {0}',
  'Add {0}.': 'Añade {0}.',
  '“Text” is the last field, since it may hold commas': '«Text» es el último campo, porque puede llevar comas',
  'Move it to the end.': 'Muévelo al final.',
  'an event has the {0} fields that “Format:” names': 'un evento tiene los {0} campos que nombra «Format:»',
  'Add what is missing.': 'Añade lo que falta.',
  'the style of an event is declared in [V4+ Styles]': 'el estilo de un evento se declara en [V4+ Styles]',
  'Declare it, or choose another style.': 'Decláralo, o elige otro estilo.',
  'Write some, or make it a “Comment:”.': 'Escribe algo, o conviértelo en «Comment:».',
  '“{0}” is a whole number': '«{0}» es un número entero',

  'Split a caption between two of its words.': 'Divide un subtítulo entre dos de sus palabras.',
  'These words share one instant: change their times before you split them.':
    'Estas palabras comparten el mismo instante: cambia sus tiempos antes de dividirlas.',
  'The last caption has no next one to merge with.': 'El último subtítulo no tiene otro detrás con el que unirlo.',
  'A caption stays for at least {0} seconds, between the captions around it. Choose other times.':
    'Un subtítulo dura al menos {0} segundos, entre los que tiene alrededor. Elige otros tiempos.',
  'Another caption is on at this time. Move or shorten it first, or choose another time.':
    'A esa hora hay otro subtítulo. Muévelo o acórtalo antes, o elige otro momento.',
  'This caption is gone. Choose another one.': 'Este subtítulo ya no está. Elige otro.',
  'A caption needs at least one word. Type one, or delete the caption.':
    'Un subtítulo necesita al menos una palabra. Escribe una, o elimina el subtítulo.',
  'The name of a speaker has 1 to {0} characters. Choose another one.':
    'El nombre de un hablante tiene de 1 a {0} caracteres. Elige otro.',
  'There is a speaker “{0}” already. Choose another name.': 'Ya hay un hablante «{0}». Elige otro nombre.',
  'In the captions: {0}': 'En los subtítulos: {0}',
  'There are no captions to put on “{0}”. Let its speech be written down, or choose a file of captions.':
    'No hay subtítulos que poner en «{0}». Transcribe su voz, o elige un archivo de subtítulos.',
  'None of the captions lies within the {0} s of “{1}”. Choose the captions of this video.':
    'Ningún subtítulo cae dentro de los {0} s de «{1}». Elige los subtítulos de este vídeo.',

  'The list of speech models cannot be reached. Connect and try again, or choose a model from this device. Captions can be typed and imported without one.':
    'No se puede acceder a la lista de modelos de voz. Conéctate e inténtalo de nuevo, o elige un modelo de este dispositivo. Sin modelo también puedes escribir e importar subtítulos.',
  'The list of speech models at {0} is damaged ({1}: {2}). Choose a model from this device.':
    'La lista de modelos de voz de {0} está dañada ({1}: {2}). Elige un modelo de este dispositivo.',
  '“{0}” is no name of a speech model: letters, digits, ".", "_" and "-" only. Use a name such as whisper-tiny.':
    '«{0}» no es nombre de un modelo de voz: solo letras, cifras, ".", "_" y "-". Usa un nombre como whisper-tiny.',
  '{0} of the speech model “{1}” cannot be used ({2}). Choose a Whisper model with word times for transformers.js.':
    '{0} del modelo de voz «{1}» no se puede usar ({2}). Elige un modelo Whisper con tiempos de palabras para transformers.js.',
  'The speech model “{0}” has no {1}. Choose a folder with a Whisper model for transformers.js (config.json, tokenizer.json and onnx/*_quantized.onnx).':
    'Al modelo de voz «{0}» le falta {1}. Elige una carpeta con un modelo Whisper para transformers.js (config.json, tokenizer.json y onnx/*_quantized.onnx).',
  'The speech model “{0}” does not know the language “{1}”. It knows: {2}. Choose another language or a larger model.':
    'El modelo de voz «{0}» no conoce el idioma «{1}». Conoce: {2}. Elige otro idioma o un modelo más grande.',
  'The speech model “{0}” does not know the language “{1}”. It knows: English. Choose another language or a larger model.':
    'El modelo de voz «{0}» no conoce el idioma «{1}», solo el inglés. Elige otro idioma o un modelo más grande.',
  'The speech model “{0}” knows English only and cannot translate. Choose a multilingual model.':
    'El modelo de voz «{0}» solo sabe inglés y no puede traducir. Elige un modelo multilingüe.',
  'The speech model “{0}” was converted without the attentions that tell when words are spoken. Choose one whose name ends in “_timestamped”.':
    'El modelo de voz «{0}» se convirtió sin los datos que dicen cuándo suena cada palabra. Elige uno cuyo nombre termine en «_timestamped».',
  'The graphics card cannot compute the speech model: {0}. The processor does it instead.':
    'La tarjeta gráfica no puede calcular el modelo de voz: {0}. Lo hace el procesador en su lugar.',
  'There is not enough memory for the speech model “{0}”. Close other pages, or choose a smaller model.':
    'No hay memoria suficiente para el modelo de voz «{0}». Cierra otras páginas, o elige un modelo más pequeño.',
  'The speech model “{0}” cannot be loaded: its files are damaged or of another kind. Choose another model, or get it again.':
    'El modelo de voz «{0}» no se puede cargar: sus archivos están dañados o son de otro tipo. Elige otro modelo, o consíguelo de nuevo.',
  '{0} cannot be reached, and the speech model is not on this machine yet. Connect once, or choose a folder that holds a model.':
    'No se puede acceder a {0}, y el modelo de voz aún no está en este equipo. Conéctate una vez, o elige una carpeta que contenga un modelo.',
  'What came from {0} is not the speech model that was expected, so it was thrown away. Try again, or choose another model.':
    'Lo que llegó de {0} no es el modelo de voz que se esperaba, así que se descartó. Inténtalo de nuevo, o elige otro modelo.',
  'No speech model is at {0} (HTTP {1}). Put one there, or choose a folder that holds a model.':
    'No hay ningún modelo de voz en {0} (HTTP {1}). Pon uno ahí, o elige una carpeta que contenga un modelo.',
  'Writing down what is said in “{0}” made no progress for {1} seconds, so it was given up. Try again with a smaller model.':
    'La transcripción de «{0}» no avanzó durante {1} segundos y se abandonó. Inténtalo de nuevo con un modelo más pequeño.',
  '“{0}” cannot be read: {1}. Unpack it and choose the folder, or download it again.':
    '«{0}» no se puede leer: {1}. Descomprímelo y elige la carpeta, o descárgalo de nuevo.',
  'it is no ZIP archive, or its end is missing': 'no es un archivo ZIP, o le falta el final',
  'its list of files is broken': 'su lista de archivos está dañada',
  '“{0}” is locked by a password': '«{0}» está protegido con contraseña',
  '“{0}” is not where its list says': '«{0}» no está donde dice su lista',
  '“{0}” is packed in a way that is not known here ({1})':
    '«{0}» está comprimido de una forma que aquí no se conoce ({1})',
  '“{0}” is not as it was packed': '«{0}» no está como se comprimió',
  '“{0}” cannot be unpacked': '«{0}» no se puede descomprimir',
  '“{0}” is an archive of more than 4 GB. Unpack it and choose the folder.':
    '«{0}» es un archivo ZIP de más de 4 GB. Descomprímelo y elige la carpeta.',
};
