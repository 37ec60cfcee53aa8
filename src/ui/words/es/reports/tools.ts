import type { Messages } from '../../words.ts';

/** The video tools, and the workers that do the work. */
export const toolReports: Messages = {
  '{0} s of “{1}” are too much for one {2}: at {3}x{4} pixels and {5} frames a second it can last {6} s. Choose a shorter part, a smaller width or fewer frames a second.':
    '{0} s de «{1}» son demasiado para un {2}: con {3}x{4} píxeles y {5} fotogramas por segundo puede durar {6} s. Elige una parte más corta, menos anchura o menos fotogramas por segundo.',
  'animated WebP': 'WebP animado',
  '“{0}” holds no moving pictures, so it cannot become {1}. Choose a video, or convert it to MP3 or WAV.':
    '«{0}» no contiene imágenes en movimiento, así que no se puede convertir en {1}. Elige un vídeo, o conviértelo a MP3 o WAV.',
  '“{0}” holds no sound, so it cannot become {1}. Choose a file with sound, or convert it to MP4, WebM, GIF or WebP.':
    '«{0}» no contiene sonido, así que no se puede convertir en {1}. Elige un archivo con sonido, o conviértelo a MP4, WebM, GIF o WebP.',
  '“{0}” ends at {1} s; a part of it cannot begin at {2} s. Let it begin earlier.':
    '«{0}» termina en {1} s; una parte suya no puede empezar en {2} s. Haz que empiece antes.',
  '“{0}” cannot be read here: it is damaged, or of a kind that this browser does not know. Copy or download it again, or import it: the library converts more kinds, and offers to convert what it has.':
    '«{0}» no se puede leer aquí: está dañado o es de un tipo que este navegador no conoce. Cópialo o descárgalo de nuevo, o impórtalo: la biblioteca convierte más tipos y ofrece convertir lo que tiene.',
  '“{0}” could not be made into {1}: {2}. Choose a shorter part or a smaller width, then try again.':
    '«{0}» no se pudo convertir en {1}: {2}. Elige una parte más corta o menos anchura e inténtalo de nuevo.',
  'Making {0} of “{1}” stopped: nothing came for {2} seconds. Close other tabs, then try again.':
    'La conversión a {0} de «{1}» se detuvo: no llegó nada en {2} segundos. Cierra otras pestañas e inténtalo de nuevo.',
  'The sound could not be written as {0}: {1}. Try again, or convert it to {2}.':
    'El sonido no se pudo escribir como {0}: {1}. Inténtalo de nuevo, o conviértelo a {2}.',
  '“{0}” holds no video. Choose a file with moving pictures in it.':
    '«{0}» no contiene vídeo. Elige un archivo con imágenes en movimiento.',
  'The video in “{0}” is coded as {1}, which this browser cannot decode. Convert it to MP4 (H.264) and choose that.':
    'El vídeo de «{0}» está codificado como {1}, que este navegador no puede descodificar. Conviértelo a MP4 (H.264) y elige el resultado.',
  'The sound of “{0}” is coded as {1}, which {2} files do not hold. Convert it to MP4 (H.264 and AAC) and choose that.':
    'El sonido de «{0}» está codificado como {1}, que no cabe en archivos {2}. Conviértelo a MP4 (H.264 y AAC) y elige el resultado.',
  'something unknown here': 'algo que aquí no se conoce',
  'The pictures of “{0}” change from {1} to {2} on the way. Convert it to MP4 (H.264) and choose that.':
    'Las imágenes de «{0}» pasan de {1} a {2} por el camino. Conviértelo a MP4 (H.264) y elige el resultado.',
  'The pictures of “{0}” change from one kind to another on the way. Convert it to MP4 (H.264) and choose that.':
    'Las imágenes de «{0}» cambian de tipo por el camino. Conviértelo a MP4 (H.264) y elige el resultado.',
  '{0}x{1} of an unnamed format': '{0}x{1} de un formato sin nombre',
  '“{0}” could not be decoded to its end. Copy or download it again, or convert it to MP4 (H.264), and choose that.':
    '«{0}» no se pudo descodificar hasta el final. Cópialo o descárgalo de nuevo, o conviértelo a MP4 (H.264), y elige el resultado.',
  '“{0}” is damaged or no video that is known here. Copy or download it again, or convert it to MP4.':
    '«{0}» está dañado o no es un vídeo que aquí se conozca. Cópialo o descárgalo de nuevo, o conviértelo a MP4.',
  'The sound could not be encoded as Opus: {0}. Use another browser, or convert the video to MP4 (H.264) first.':
    'No se pudo codificar el sonido como Opus: {0}. Usa otro navegador, o convierte antes el vídeo a MP4 (H.264).',
  '“{0}” lasts {1} s, which is too short for music. Choose a track of at least {2} s.':
    '«{0}» dura {1} s, muy poco para ser música. Elige una pista de al menos {2} s.',
  'The finished video is gone: it was not saved in time. Make it again.':
    'El vídeo terminado ya no está: no se guardó a tiempo. Hazlo de nuevo.',
  'Putting music under “{0}” needs {1} of free disk, and there is not as much left for the studio. Delete videos or media that you no longer need on the Storage page, or free space on the disk.':
    'Poner música a «{0}» necesita {1} libres en el disco, y al estudio no le queda tanto. Elimina en la página Almacenamiento los vídeos o archivos que ya no necesites, o libera espacio en el disco.',
  'Captioning “{0}” needs {1} of free disk, and there is not as much left for the studio. Delete videos or media that you no longer need on the Storage page, or free space on the disk.':
    'Subtitular «{0}» necesita {1} libres en el disco, y al estudio no le queda tanto. Elimina en la página Almacenamiento los vídeos o archivos que ya no necesites, o libera espacio en el disco.',
  'Converting “{0}” needs {1} of free disk, and there is not as much left for the studio. Delete videos or media that you no longer need on the Storage page, or free space on the disk.':
    'Convertir «{0}» necesita {1} libres en el disco, y al estudio no le queda tanto. Elimina en la página Almacenamiento los vídeos o archivos que ya no necesites, o libera espacio en el disco.',
  'Putting music under “{0}” made no progress for {1} seconds, so it was given up. Close other tabs that use video and try again.':
    'Poner música a «{0}» no avanzó durante {1} segundos y se abandonó. Cierra otras pestañas que usen vídeo e inténtalo de nuevo.',
  'Captioning “{0}” made no progress for {1} seconds, so it was given up. Close other tabs that use video and try again.':
    'Subtitular «{0}» no avanzó durante {1} segundos y se abandonó. Cierra otras pestañas que usen vídeo e inténtalo de nuevo.',
  'Converting “{0}” made no progress for {1} seconds, so it was given up. Close other tabs that use video and try again.':
    'Convertir «{0}» no avanzó durante {1} segundos y se abandonó. Cierra otras pestañas que usen vídeo e inténtalo de nuevo.',

  '{0} is empty.': '{0} está vacío.',
  '{0} has {1} MB; a font may have {2} MB. Use one with fewer characters.':
    '{0} ocupa {1} MB; un tipo de letra puede ocupar {2} MB. Usa uno con menos caracteres.',
  '{0} is no font. Add a TTF, OTF, WOFF or WOFF2 file.':
    '{0} no es un tipo de letra. Añade un archivo TTF, OTF, WOFF o WOFF2.',
  '{0} holds several fonts in one file. Add a TTF, OTF, WOFF or WOFF2 file.':
    '{0} contiene varios tipos de letra en un archivo. Añade un archivo TTF, OTF, WOFF o WOFF2.',
  '{0} is damaged: the browser cannot draw with it. Get it anew from where it came from.':
    '{0} está dañado: el navegador no puede dibujar con él. Consíguelo de nuevo donde lo obtuviste.',
  'A font of this app could not be loaded. Check the connection, reload the page and try again.':
    'No se pudo cargar un tipo de letra de esta aplicación. Comprueba la conexión, vuelve a cargar la página e inténtalo de nuevo.',

  '{0} stopped unexpectedly. Try again; it starts afresh.':
    '{0} se detuvo de forma inesperada. Inténtalo de nuevo: empieza de cero.',
  'Listening for beats stopped unexpectedly. Try again; it starts afresh.':
    'La escucha de pulsos se detuvo de forma inesperada. Inténtalo de nuevo: empieza de cero.',
  'Captioning stopped unexpectedly. Try again; it starts afresh.':
    'El subtitulado se detuvo de forma inesperada. Inténtalo de nuevo: empieza de cero.',
  'The moving preview': 'La vista previa animada',
  'The music tool': 'La herramienta de música',
  'The clock': 'El reloj',
  'The converter': 'El conversor',
  'The disk check': 'La comprobación del disco',
  'The download': 'La descarga',
  'The search for the best part': 'La búsqueda de la mejor parte',
  'The import': 'La importación',
  'The preview': 'La vista previa',
  'The render': 'La exportación',
  'The sound of the preview': 'El sonido de la vista previa',
  'Writing down what is said': 'La transcripción',
  'The unpacking': 'La descompresión',
  'The work on the archive': 'El trabajo con el archivo ZIP',
  'A part of the studio answered with something unreadable. Try again.':
    'Una parte del estudio respondió algo ilegible. Inténtalo de nuevo.',
  'The preview draws only after a timeline is loaded. Restart the preview.':
    'La vista previa solo dibuja con una línea de tiempo cargada. Reinicia la vista previa.',
  'The preview draws only after a canvas is attached. Restart the preview.':
    'La vista previa solo dibuja con un lienzo conectado. Reinicia la vista previa.',
};
