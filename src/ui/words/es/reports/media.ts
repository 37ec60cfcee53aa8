import type { Messages } from '../../words.ts';

/** Files that come in: refusals, addresses, archives, recordings and what was put right. */
export const mediaReports: Messages = {
  '{0} is empty (0 bytes). Choose the file again, or a copy of it.':
    '{0} está vacío (0 bytes). Elige el archivo de nuevo, o una copia.',
  '{0} is {1}; clips may have at most {2}. Make it smaller and drop it again.':
    '{0} ocupa {1}; un clip puede ocupar {2} como máximo. Redúcelo y suéltalo de nuevo.',
  '{0} is {1}; files may have at most {2}. Make it smaller and drop it again.':
    '{0} ocupa {1}; un archivo puede ocupar {2} como máximo. Redúcelo y suéltalo de nuevo.',
  '{0} is {1}, not a picture, sound or video that can be used here. Use {2}.':
    '{0} es {1}, no una imagen, un sonido o un vídeo que se pueda usar aquí. Usa {2}.',
  'JPEG, PNG, WebP, AVIF, GIF, HEIC, MP3, WAV, M4A, AAC, OGG, FLAC, MP4, MOV, WebM, MKV, AVI or TS':
    'JPEG, PNG, WebP, AVIF, GIF, HEIC, MP3, WAV, M4A, AAC, OGG, FLAC, MP4, MOV, WebM, MKV, AVI o TS',
  'FLAC in an Ogg file': 'FLAC en un archivo Ogg',
  'a PDF document': 'un documento PDF',
  'a BMP picture': 'una imagen BMP',
  'a TIFF picture': 'una imagen TIFF',
  '{0} is text, not a picture, sound or video that can be used here. Use {1}.':
    '{0} es texto, no una imagen, un sonido o un vídeo que se pueda usar aquí. Usa {1}.',
  'of an unknown kind': 'de un tipo desconocido',
  '{0} is damaged: {1}. Copy or download it again, or save it anew from another program.':
    '{0} está dañado: {1}. Cópialo o descárgalo de nuevo, o guárdalo otra vez desde otro programa.',
  'its size cannot be read': 'no se puede leer su tamaño',
  'the end of the picture is missing': 'falta el final de la imagen',
  'no picture can be found in it': 'no se encuentra ninguna imagen en él',
  'its pixels cannot be decoded': 'sus píxeles no se pueden descodificar',
  'decoding it took over {0} seconds': 'descodificarlo tardó más de {0} segundos',
  '{0} has {1} x {2} pixels; pictures may have at most {3} megapixels. Make it smaller and drop it again.':
    '{0} tiene {1} x {2} píxeles; una imagen puede tener {3} megapíxeles como máximo. Redúcela y suéltala de nuevo.',
  '{0} is a video without a single frame. Record or export it again, or choose another clip.':
    '{0} es un vídeo sin un solo fotograma. Grábalo o expórtalo de nuevo, o elige otro clip.',
  '{0} is damaged: {1}. Copy or download it again, or convert it to MP4.':
    '{0} está dañado: {1}. Cópialo o descárgalo de nuevo, o conviértelo a MP4.',
  'reading it took over {0} seconds': 'leerlo tardó más de {0} segundos',
  'its data cannot be read': 'no se pueden leer sus datos',
  'it lists neither pictures nor sound, as when its end is missing':
    'no indica ni imágenes ni sonido, como cuando falta el final',
  'its end is missing': 'falta el final',
  'not one of its pictures can be decoded': 'no se puede descodificar ninguna de sus imágenes',
  '{0} ({1}) has to be converted and is {2} minutes long; clips of up to {3} minutes are converted here. Cut out the part you want, or convert it to MP4 (H.264) in another program, and drop that.':
    '{0} ({1}) se tiene que convertir y dura {2} minutos; aquí se convierten clips de hasta {3} minutos. Recorta la parte que quieras, o conviértelo a MP4 (H.264) con otro programa, y suelta el resultado.',
  '{0} ({1}) could not be converted: it is damaged, or of a kind that is not known here. Convert it to MP4 (H.264) in another program and drop that.':
    '{0} ({1}) no se pudo convertir: está dañado o es de un tipo que aquí no se conoce. Conviértelo a MP4 (H.264) con otro programa y suelta el resultado.',
  'Converting {0} made no progress for {1} seconds, so it was given up. Convert it to MP4 (H.264) in another program and drop that.':
    'La conversión de {0} no avanzó durante {1} segundos y se abandonó. Conviértelo a MP4 (H.264) con otro programa y suelta el resultado.',
  'an unknown codec': 'códec desconocido',
  '“{0}” holds no sound: not one sample of it decodes. Choose another file.':
    '«{0}» no contiene sonido: no se puede descodificar ni una muestra. Elige otro archivo.',
  '“{0}” holds no sound. Choose a file with music in it.': '«{0}» no contiene sonido. Elige un archivo con música.',
  '“{0}” is encoded as {1}, which this browser cannot decode. Convert it to MP3, WAV or M4A.':
    '«{0}» está codificado como {1}, que este navegador no puede descodificar. Conviértelo a MP3, WAV o M4A.',
  '“{0}” cannot be read as sound: the file is damaged or is not what its name says. Choose another file.':
    '«{0}» no se puede leer como sonido: el archivo está dañado o no es lo que dice su nombre. Elige otro archivo.',
  '“{0}” cannot be read: one step took over {1} seconds, so the file is damaged or of an odd kind. Convert it to another format, or use another file.':
    '«{0}» no se puede leer: un paso tardó más de {1} segundos, así que el archivo está dañado o es de un tipo raro. Conviértelo a otro formato, o usa otro archivo.',
  'Reading {0} made no progress for {1} seconds, so it was given up. The file is damaged or of an odd kind: convert it, or use another one.':
    'La lectura de {0} no avanzó durante {1} segundos y se abandonó. El archivo está dañado o es de un tipo raro: conviértelo o usa otro.',
  '“{0}” could not be looked through for its best part. It is shown from its beginning; choose another part by hand.':
    'No se pudo buscar la mejor parte de «{0}». Se muestra desde el principio; elige otra parte a mano.',
  'Looking through {0} made no progress for {1} seconds, so it was given up. Choose the part to show by hand.':
    'La búsqueda en {0} no avanzó durante {1} segundos y se abandonó. Elige a mano la parte que se muestra.',
  'Making a moving preview of {0} made no progress for {1} seconds, so it was given up. Its still pictures stay.':
    'La vista previa animada de {0} no avanzó durante {1} segundos y se abandonó. Quedan sus imágenes fijas.',
  'Listening to {0} made no progress for {1} seconds, so it was given up.':
    'La escucha de {0} no avanzó durante {1} segundos y se abandonó.',
  'Listening to this track was cancelled.': 'Se canceló la escucha de esta pista.',
  'Finding the beats of “{0}” failed inside the analyser. Try again; it starts afresh.':
    'La búsqueda de los pulsos de «{0}» falló dentro del analizador. Inténtalo de nuevo: empieza de cero.',
  '{0} could not be read to its end. It may have been moved, changed or unplugged: choose it again.':
    '{0} no se pudo leer hasta el final. Quizá se movió, cambió o desconectó: elígelo de nuevo.',
  'The file changed while it was read.': 'El archivo cambió mientras se leía.',
  'There is not enough disk space for {0}. Delete finished videos or media that you no longer need on the Storage page, then drop it again.':
    'No hay espacio suficiente en el disco para {0}. Elimina en la página Almacenamiento los vídeos terminados o los archivos que ya no necesites y suéltalo de nuevo.',
  '{0}: {1}': '{0}: {1}',

  '“{0}” was not loaded: {1}.': '«{0}» no se cargó: {1}.',
  'it is not encrypted, so anyone on the way could read or change the file. Use its https: address':
    'no está cifrada, así que cualquiera por el camino podría leer o cambiar el archivo. Usa su dirección https:',
  'pages may not read this computer by address. Drop the file here, or choose it':
    'las páginas no pueden leer este equipo por dirección. Suelta el archivo aquí, o elígelo',
  'the file is in the address itself. Save it, and drop it here':
    'el archivo está en la propia dirección. Guárdalo y suéltalo aquí',
  'it means something only to the page that made it. Save the file there, and drop it here':
    'solo le sirve a la página que la creó. Guarda el archivo allí y suéltalo aquí',
  'browsers no longer load from there. Use an https: address':
    'los navegadores ya no cargan desde ahí. Usa una dirección https:',
  '{0} addresses cannot be loaded. Use an https: address':
    'las direcciones {0} no se pueden cargar. Usa una dirección https:',
  'it is no complete address. It starts with https:// and a host, such as https://example.com/clip.mp4':
    'no es una dirección completa. Empieza por https:// y un servidor, como https://example.com/clip.mp4',
  'it carries a name or password, which browsers do not send. Use an address that works without':
    'lleva un nombre o una contraseña, que los navegadores no envían. Usa una dirección que funcione sin ellos',
  'the server sent on to {0}, which is not https:. Use an address that stays encrypted':
    'el servidor redirigió a {0}, que no es https:. Usa una dirección que siga cifrada',
  'the server sent on to no address, which is not https:. Use an address that stays encrypted':
    'el servidor no redirigió a ninguna dirección https:. Usa una dirección que siga cifrada',
  'the server sent on to this computer itself, where its files cannot be. Ask whoever gave you the address':
    'el servidor redirigió a este mismo equipo, donde sus archivos no pueden estar. Pregunta a quien te dio la dirección',
  '{0} is larger than {1} GB, the most that is loaded from an address. Download a smaller version of it.':
    '{0} ocupa más de {1} GB, lo máximo que se carga desde una dirección. Descarga una versión más pequeña.',
  '{0} could not be loaded: {1} does not allow other pages to read its files (CORS), or it cannot be reached. Open the address in a tab, save the file, and drop it here.':
    '{0} no se pudo cargar: {1} no permite que otras páginas lean sus archivos (CORS), o no responde. Abre la dirección en una pestaña, guarda el archivo y suéltalo aquí.',
  'The connection to {0} was lost while {1} was loaded, and {2} more tries brought nothing. What has arrived is kept for a week: add the address again to go on.':
    'Se perdió la conexión con {0} mientras se cargaba {1}, y {2} intentos más no dieron resultado. Lo que llegó se guarda una semana: añade la dirección de nuevo para seguir.',
  '{0} sent nothing of {1} for {2} seconds. What has arrived is kept for a week: add the address again to go on.':
    '{0} no envió nada de {1} durante {2} segundos. Lo que llegó se guarda una semana: añade la dirección de nuevo para seguir.',
  '{0} was not loaded: {1} (HTTP {2}).': '{0} no se cargó: {1} (HTTP {2}).',
  'there is nothing at this address. Check it for a typing mistake':
    'no hay nada en esta dirección. Comprueba que esté bien escrita',
  'the server gives it only to people who are signed in there. Save the file there, and drop it here':
    'el servidor solo lo entrega a quien ha iniciado sesión. Guarda el archivo allí y suéltalo aquí',
  'the server refused it. Open the address in a tab to see what it says':
    'el servidor lo rechazó. Abre la dirección en una pestaña para ver qué dice',
  '{0} is being loaded already. Wait for it, or cancel it first.':
    '{0} ya se está cargando. Espera a que termine, o cancela antes la carga.',

  '{0} holds {1} files; at most {2} are unpacked. Unpack it yourself and choose the files that you need.':
    '{0} contiene {1} archivos; se descomprimen {2} como máximo. Descomprímelo y elige los archivos que necesites.',
  '{0} in {1} was not unpacked: {2}.': '{0} de {1} no se descomprimió: {2}.',
  'its place leads out of the archive, as an attack would': 'su ubicación sale del archivo ZIP, como en un ataque',
  'it is locked by a password: unpack it yourself': 'está protegido con contraseña: descomprímelo tú',
  'it is larger than {0}': 'ocupa más de {0}',
  'it would unpack to more than {0} times its size, as no picture, sound or video does':
    'descomprimido ocuparía más de {0} veces su tamaño, como ninguna imagen, sonido o vídeo',
  'the files before it already fill the {0} that one archive may unpack to':
    'los archivos anteriores ya llenan los {0} que puede ocupar un ZIP descomprimido',
  'it unpacks to more than the archive says': 'descomprimido ocupa más de lo que dice el ZIP',
  'it is damaged, or packed in a way that is not known here: unpack the archive yourself':
    'está dañado o comprimido de una forma que aquí no se conoce: descomprime tú el ZIP',
  '“{0}” cannot be read: it is no ZIP archive, or part of it is missing. Unpack it and choose the folder, or download it again.':
    '«{0}» no se puede leer: no es un archivo ZIP o le falta una parte. Descomprímelo y elige la carpeta, o descárgalo de nuevo.',
  'Unpacking {0} made no progress for {1} seconds, so it was given up. Unpack it yourself and choose its files.':
    'La descompresión de {0} no avanzó durante {1} segundos y se abandonó. Descomprímelo y elige sus archivos.',
  'No archive was opened.': 'No se abrió ningún archivo ZIP.',
  "{0} is gone from this browser's storage. Add it again.":
    '{0} ya no está en el almacenamiento de este navegador. Añádelo de nuevo.',
  'The import of {0} has failed already. Add the file again, or dismiss it.':
    'La importación de {0} ya falló. Añade el archivo de nuevo, o descártalo.',
  'The import of {0} was cut short when its tab was closed. Add it again.':
    'La importación de {0} se interrumpió al cerrar su pestaña. Añádelo de nuevo.',

  "This page may not use the microphone. Allow it beside the page's address, in the browser's settings for this page, and try again.":
    'Esta página no puede usar el micrófono. Permítelo junto a la dirección de la página, en los ajustes del navegador para ella, e inténtalo de nuevo.',
  "This page may not use the camera. Allow it beside the page's address, in the browser's settings for this page, and try again.":
    'Esta página no puede usar la cámara. Permítelo junto a la dirección de la página, en los ajustes del navegador para ella, e inténtalo de nuevo.',
  'No microphone was found. Connect one, and try again.': 'No hay ningún micrófono. Conecta uno e inténtalo de nuevo.',
  'No camera was found. Connect one, and try again.': 'No hay ninguna cámara. Conecta una e inténtalo de nuevo.',
  'The microphone could not be opened. Close other apps and tabs that use it, and try again.':
    'No se pudo abrir el micrófono. Cierra las aplicaciones y pestañas que lo usen e inténtalo de nuevo.',
  'The camera could not be opened. Close other apps and tabs that use it, and try again.':
    'No se pudo abrir la cámara. Cierra las aplicaciones y pestañas que la usen e inténtalo de nuevo.',
  'This browser cannot record the microphone ({0}). Record with another app, and add its file.':
    'Este navegador no puede grabar el micrófono ({0}). Graba con otra aplicación y añade su archivo.',
  'This browser cannot record the camera ({0}). Record with another app, and add its file.':
    'Este navegador no puede grabar la cámara ({0}). Graba con otra aplicación y añade su archivo.',

  'ZIP archive': 'Archivo ZIP',
  'JPEG picture': 'Imagen JPEG',
  'PNG picture': 'Imagen PNG',
  'WEBP picture': 'Imagen WEBP',
  'AVIF picture': 'Imagen AVIF',
  'GIF picture': 'Imagen GIF',
  'HEIC picture': 'Imagen HEIC',
  '{0}, video or sound': '{0}, vídeo o sonido',
  'cannot be used: {0}': 'no se puede usar: {0}',
  'cannot be used: text': 'no se puede usar: es texto',
  'cannot be read: {0}': 'no se puede leer: {0}',
  'What was shared could not be kept. Make room on the Storage page where the disk is full, then share it again.':
    'Lo que se compartió no se pudo guardar. Si el disco está lleno, haz sitio en la página Almacenamiento y compártelo de nuevo.',
  '1 file was left out: there were too many, or they were too large.':
    'Se omitió 1 archivo: había demasiados o eran demasiado grandes.',
  '{0} files were left out: there were too many, or they were too large.':
    'Se omitieron {0} archivos: había demasiados o eran demasiado grandes.',

  'Rotated {0}°': 'Girado {0}°',
  'Stretched to its true shape': 'Estirado a su forma real',
  'Variable frame rate evened out': 'Fotogramas por segundo variables igualados',
  'HDR ({0}) converted to SDR': 'HDR ({0}) convertido a SDR',
  'Converted from {0} to {1}': 'Convertido de {0} a {1}',
  'Made smaller: {0} × {1}': 'Reducido: {0} × {1}',
  'Converted from {0} sound to {1}': 'Convertido de sonido {0} a {1}',
  'Converted from its sound to {0}': 'Convertido de su sonido a {0}',
};
