import PDFDocument from 'pdfkit';

/** pdfkit writes title and author into the XML of the metadata as they are; `&` and `<` must not be. */
export class PdfDocumentWithEscapedMetadata extends PDFDocument {
  /** Called when the information dictionary, which takes them as they are, has been written. */
  override endMetadata(): void {
    for (const key of ['Title', 'Author'] as const) {
      const value = this.info[key];
      if (value) this.info[key] = escapedForXml(value);
    }
    super.endMetadata();
  }
}

function escapedForXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
