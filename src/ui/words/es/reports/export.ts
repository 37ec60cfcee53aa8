import type { Messages } from '../../words.ts';

/** What stands in the way of an export, what went wrong in it, and its check. */
export const exportReports: Messages = {
  'Add at least one photo or clip to export a video.': 'Añade al menos una foto o un clip para exportar un vídeo.',
  'This browser cannot encode video. Use a current Chrome, Edge, Firefox or Safari.':
    'Este navegador no puede codificar vídeo. Usa un Chrome, Edge, Firefox o Safari actual.',
  'A video holds at most {0} photos and clips; this one has {1}. Remove some.':
    'En un vídeo caben {0} fotos y clips como máximo; este tiene {1}. Quita algunos.',
  'The text hook has {0} characters; at most {1} are allowed. Shorten it.':
    'El texto gancho tiene {0} caracteres; se permiten {1} como máximo. Acórtalo.',
  'The font of the text hook is no longer in this workspace: the style’s own is used. Choose another, or add it again.':
    'El tipo de letra del texto gancho ya no está en este espacio de trabajo: se usa el del estilo. Elige otro, o añádelo de nuevo.',
  'The logo of this video is no longer in the library: it is left out. Choose another in the brand kit.':
    'El logo de este vídeo ya no está en la biblioteca: se omite. Elige otro en el kit de marca.',
  'One file of this video is no longer in the library. Remove it here, or add it again.':
    'Un archivo de este vídeo ya no está en la biblioteca. Quítalo aquí, o añádelo de nuevo.',
  '{0} files of this video are no longer in the library. Remove it here, or add it again.':
    '{0} archivos de este vídeo ya no están en la biblioteca. Quítalos aquí, o añádelos de nuevo.',
  'No font here can draw {0}. Replace it, or it will show as an empty box.':
    'Ningún tipo de letra de aquí puede dibujar {0}. Cámbialo, o se verá como un recuadro vacío.',
  'This export needs {0} of free disk while it is made, and there is not as much left for the studio. {1}':
    'Esta exportación necesita {0} libres en el disco mientras se hace, y al estudio no le queda tanto. {1}',
  'Delete videos or media that you no longer need on the Storage page, or free space on the disk.':
    'Elimina en la página Almacenamiento los vídeos o archivos que ya no necesites, o libera espacio en el disco.',
  'Delete videos or media that you no longer need on the Storage page, or choose a lower quality ({0}).':
    'Elimina en la página Almacenamiento los vídeos o archivos que ya no necesites, o elige una calidad más baja ({0}).',
  'This export takes about {0} of memory, and this device has {1} in all. Close other tabs and apps first.':
    'Esta exportación ocupa unos {0} de memoria, y este dispositivo tiene {1} en total. Cierra antes otras pestañas y aplicaciones.',
  'This export takes about {0} of memory, and this device has {1} in all. Close other tabs and apps first, or choose a lower quality ({2}).':
    'Esta exportación ocupa unos {0} de memoria, y este dispositivo tiene {1} en total. Cierra antes otras pestañas y aplicaciones, o elige una calidad más baja ({2}).',
  '{0} takes at most {1} s, and this video has {2} s. The one for {3} is made {4} s long.':
    '{0} admite {1} s como máximo, y este vídeo dura {2} s. El de {3} se hace de {4} s.',
  '{0} takes at most {1} MB. The video for it is made with {2}, so that it fits.':
    '{0} admite {1} MB como máximo. Su vídeo se hace con {2} para que quepa.',
  '{0} x {1} and {2} Mbit/s': '{0} x {1} y {2} Mbit/s',
  'WhatsApp status': 'Estado de WhatsApp',
  'File names know no {{0}}. Use {1}.': 'Los nombres de archivo no admiten {{0}}. Usa {1}.',
  'A file needs a name. Use {0}.': 'Un archivo necesita un nombre. Usa {0}.',
  'This name is too long: at most {0} characters. Shorten it.':
    'Este nombre es demasiado largo: {0} caracteres como máximo. Acórtalo.',

  'A file of this video (image) is no longer in the library. Add it again.':
    'Un archivo de este vídeo (imagen) ya no está en la biblioteca. Añádelo de nuevo.',
  'A file of this video (video) is no longer in the library. Add it again.':
    'Un archivo de este vídeo (clip) ya no está en la biblioteca. Añádelo de nuevo.',
  'A file of this video (audio) is no longer in the library. Add it again.':
    'Un archivo de este vídeo (sonido) ya no está en la biblioteca. Añádelo de nuevo.',
  'A clip of this video is no longer in the library. Import it again.':
    'Un clip de este vídeo ya no está en la biblioteca. Impórtalo de nuevo.',
  'A photo of this video is no longer in the library. Import it again.':
    'Una foto de este vídeo ya no está en la biblioteca. Impórtala de nuevo.',
  'A sound of this video is no longer in the library. Add it again.':
    'Un sonido de este vídeo ya no está en la biblioteca. Añádelo de nuevo.',
  '“{0}” could not be decoded. Convert it to MP4 (H.264) and import that, or use another clip.':
    '«{0}» no se pudo descodificar. Conviértelo a MP4 (H.264) e importa el resultado, o usa otro clip.',
  '“{0}” could not be decoded. Save it again as JPEG or PNG and import that, or use another photo.':
    '«{0}» no se pudo descodificar. Guárdala de nuevo como JPEG o PNG e importa el resultado, o usa otra foto.',

  'This export is {0}: it has no video.': 'Esta exportación está {0}: no tiene vídeo.',
  'Cannot start a job that is {0}.': 'No se puede empezar una exportación que está {0}.',
  'Cannot report progress of a job that is {0}.': 'No se puede anotar el avance de una exportación que está {0}.',
  'Cannot report on a job that is {0}.': 'No se puede informar sobre una exportación que está {0}.',
  'Cannot complete a job that is {0}.': 'No se puede terminar una exportación que está {0}.',
  'Cannot replace the video of a job that is {0}.': 'No se puede cambiar el vídeo de una exportación que está {0}.',
  'Cannot fail a job that is {0}.': 'No se puede dar por fallida una exportación que está {0}.',
  'Cannot run again a job that is {0}.': 'No se puede repetir una exportación que está {0}.',
  'Cannot interrupt a job that is {0}.': 'No se puede interrumpir una exportación que está {0}.',
  'Cannot pause a job that is {0}.': 'No se puede pausar una exportación que está {0}.',
  'Cannot resume a job that is {0}.': 'No se puede reanudar una exportación que está {0}.',
  'Cannot cancel a job that is {0}.': 'No se puede cancelar una exportación que está {0}.',
  'Cannot reorder a job that is {0}.': 'No se puede mover en la cola una exportación que está {0}.',
  pending: 'pendiente',
  processing: 'en marcha',
  completed: 'terminada',
  failed: 'fallida',
  cancelled: 'cancelada',
  "The finished video of “{0}” is gone from this browser's storage. Export it again.":
    'El vídeo terminado de «{0}» ya no está en el almacenamiento de este navegador. Expórtalo de nuevo.',
  'Parts of this export went missing from this browser’s storage. It is rendered again.':
    'Faltan partes de esta exportación en el almacenamiento de este navegador. Se hace de nuevo.',
  "The sound of this unfinished export was damaged in this browser's storage. It is rendered again.":
    'El sonido de esta exportación sin terminar se dañó en el almacenamiento de este navegador. Se hace de nuevo.',
  "Part {0} of this unfinished export was damaged in this browser's storage. It is rendered again.":
    'La parte {0} de esta exportación sin terminar se dañó en el almacenamiento de este navegador. Se hace de nuevo.',
  'There is no finished video of “{0}” to put a cover on. Export it first.':
    'No hay ningún vídeo terminado de «{0}» al que poner portada. Expórtalo antes.',
  'The cover of “{0}” could not be read from the video. Choose another frame.':
    'No se pudo leer del vídeo la portada de «{0}». Elige otro fotograma.',
  'Your video is ready': 'Tu vídeo está listo',
  '“{0}” could not be exported': '«{0}» no se pudo exportar',
  'This export is still running. Cancel it first, then remove it.':
    'Esta exportación sigue en marcha. Cancélala antes y luego quítala.',
  'This export does not exist any more.': 'Esta exportación ya no existe.',
  'Another tab runs the exports by now.': 'Ahora las exportaciones se hacen en otra pestaña.',
  'This export has no pictures. Export it again.': 'Esta exportación no tiene imágenes. Expórtala de nuevo.',
  'The render made no progress for {0} seconds and was ended.':
    'La exportación no avanzó durante {0} segundos y se detuvo.',

  'The graphics card stopped while it was drawing. Start the export again.':
    'La tarjeta gráfica se detuvo mientras dibujaba. Empieza la exportación de nuevo.',
  'The graphics card stopped while it was drawing, and did not come back within {0} seconds. Start the export again.':
    'La tarjeta gráfica se detuvo mientras dibujaba y no volvió en {0} segundos. Empieza la exportación de nuevo.',
  'There is no memory left to draw {0}x{1} pixels. Close other tabs or programs, then try again.':
    'No queda memoria para dibujar {0}x{1} píxeles. Cierra otras pestañas o programas e inténtalo de nuevo.',
  'The browser has no memory left for a picture. Close other tabs.':
    'Al navegador no le queda memoria para una imagen. Cierra otras pestañas.',
  "This browser's video encoder failed at {0}x{1}: {2}. {3}":
    'El codificador de vídeo de este navegador falló a {0}x{1}: {2}. {3}',
  'This browser cannot encode {0}x{1} pixels as {2}. {3}':
    'Este navegador no puede codificar {0}x{1} píxeles como {2}. {3}',
  'VP9 or VP8': 'VP9 o VP8',
  'Try the “eco” quality, or another browser.': 'Prueba la calidad «eco», u otro navegador.',
  'Use another browser, or save the captions as a file.': 'Usa otro navegador, o guarda los subtítulos en un archivo.',
  'Choose a smaller size, or use another browser.': 'Elige un tamaño más pequeño, o usa otro navegador.',
  'Choose MP4, or use another browser.': 'Elige MP4, o usa otro navegador.',
  'Close other tabs that use video and try again, or use another browser.':
    'Cierra otras pestañas que usen vídeo e inténtalo de nuevo, o usa otro navegador.',
  'The browser took its video encoder away. Close other tabs that use video, then try again.':
    'El navegador retiró su codificador de vídeo. Cierra otras pestañas que usen vídeo e inténtalo de nuevo.',
  'The video encoder stopped answering: nothing came for {0} seconds. Close other tabs that use video, then try again.':
    'El codificador de vídeo dejó de responder: no llegó nada en {0} segundos. Cierra otras pestañas que usen vídeo e inténtalo de nuevo.',
  'The video decoder does not answer.': 'El descodificador de vídeo no responde.',
  'The built-in video encoder failed: {0}. Try the “eco” quality, or another browser.':
    'El codificador de vídeo incorporado falló: {0}. Prueba la calidad «eco», u otro navegador.',
  'The built-in video encoder stopped answering: nothing came for {0} seconds. Try again; close other tabs if it happens again.':
    'El codificador de vídeo incorporado dejó de responder: no llegó nada en {0} segundos. Inténtalo de nuevo; si vuelve a pasar, cierra otras pestañas.',
  'it made a file without video': 'hizo un archivo sin vídeo',
  'it made {0} of {1} frames': 'hizo {0} de {1} fotogramas',
  'its stream cannot be described': 'su resultado no se puede describir',
  'it ended with code {0} ({1})': 'terminó con el código {0} ({1})',
  'native error {0}': 'error nativo {0}',
  'The sound encoder does not answer.': 'El codificador de sonido no responde.',
  'The sound encoder stopped answering: nothing came for {0} seconds. Close other tabs, then try again.':
    'El codificador de sonido dejó de responder: no llegó nada en {0} segundos. Cierra otras pestañas e inténtalo de nuevo.',
  'The sound could not be encoded: {0}. Try again, or use another browser.':
    'No se pudo codificar el sonido: {0}. Inténtalo de nuevo, o usa otro navegador.',

  'The finished video could not be checked: the video decoder gave nothing for {0} seconds. Close other tabs that use video, then try again.':
    'No se pudo comprobar el vídeo terminado: el descodificador no dio nada en {0} segundos. Cierra otras pestañas que usen vídeo e inténtalo de nuevo.',
  'The finished video could not be checked: the browser took its video decoder away. Close other tabs that use video, then try again.':
    'No se pudo comprobar el vídeo terminado: el navegador retiró su descodificador. Cierra otras pestañas que usen vídeo e inténtalo de nuevo.',
  'The finished video could not be read within {0} seconds. Export it again.':
    'El vídeo terminado no se pudo leer en {0} segundos. Expórtalo de nuevo.',
  'There is no memory left to check the finished video. Close other tabs.':
    'No queda memoria para comprobar el vídeo terminado. Cierra otras pestañas.',
  'the finished video': 'el vídeo terminado',
  'The finished video did not pass its check. {0} Export it again.':
    'El vídeo terminado no superó su comprobación. {0} Expórtalo de nuevo.',
  '{0}: nothing to measure.': '{0}: nada que medir.',
  'The file opens.': 'El archivo se abre.',
  'The file cannot be read: {0}.': 'El archivo no se puede leer: {0}.',
  'Picture and sound are H.264 and AAC.': 'Imagen y sonido son H.264 y AAC.',
  'The file holds {0} instead of {1}.': 'El archivo contiene {0} en lugar de {1}.',
  'The picture has the right size.': 'La imagen tiene el tamaño correcto.',
  'The picture is {0} pixels instead of {1}.': 'La imagen tiene {0} píxeles en lugar de {1}.',
  'Colours are marked so that players show them right.':
    'Los colores están marcados para que los reproductores los muestren bien.',
  'The colours are marked as {0} instead of {1}.': 'Los colores están marcados como {0} en lugar de {1}.',
  'Every frame is in the file.': 'Todos los fotogramas están en el archivo.',
  'The file has {0} frames instead of {1}.': 'El archivo tiene {0} fotogramas en lugar de {1}.',
  'Every frame stands at its time.': 'Cada fotograma está en su momento.',
  'A frame is {0} ms away from its time.': 'Un fotograma está a {0} ms de su momento.',
  'Picture and sound have the right length.': 'Imagen y sonido duran lo correcto.',
  'Picture or sound is {0} ms too long or too short.': 'Imagen o sonido dura {0} ms de más o de menos.',
  'Every frame can be played.': 'Todos los fotogramas se pueden reproducir.',
  'Only {0} of {1} frames can be played.': 'Solo se pueden reproducir {0} de {1} fotogramas.',
  'No picture is black that should not be.': 'Ninguna imagen es negra sin deber serlo.',
  '{0} frames are black where the video is not.': '{0} fotogramas son negros donde el vídeo no lo es.',
  'The picture never stands still where it should move.': 'La imagen nunca se queda quieta donde debe moverse.',
  'The picture stands still for {0} frames where it should move.':
    'La imagen se queda quieta {0} fotogramas donde debe moverse.',
  'Pictures look as they were drawn.': 'Las imágenes se ven como se dibujaron.',
  'A picture is too far from what was drawn ({0} dB; at least {1} dB are needed).':
    'Una imagen se aleja demasiado de lo dibujado ({0} dB; hacen falta al menos {1} dB).',
  'Pictures come in the right order.': 'Las imágenes vienen en el orden correcto.',
  '{0} of the pictures that were looked at belong to another time.':
    '{0} de las imágenes examinadas son de otro momento.',
  'Sound begins with the picture.': 'El sonido empieza con la imagen.',
  'The sound begins {0} ms after the picture.': 'El sonido empieza {0} ms después de la imagen.',
  'Sound is heard wherever it should be.': 'El sonido se oye donde debe.',
  'The sound is missing for {0} ms.': 'Falta el sonido durante {0} ms.',
  'The sound is the one that was mixed.': 'El sonido es el que se mezcló.',
  'The sound is like the mix only to {0} percent.': 'El sonido solo se parece a la mezcla en un {0} por ciento.',
  'Sound and picture are together.': 'Sonido e imagen van juntos.',
  'Sound and picture are {0} ms apart.': 'Sonido e imagen están a {0} ms de distancia.',
};
