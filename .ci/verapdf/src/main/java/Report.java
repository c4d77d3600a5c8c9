import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import org.verapdf.features.FeatureFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.metadata.fixer.FixerFactory;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.verapdf.processor.BatchProcessingHandler;
import org.verapdf.processor.BatchProcessor;
import org.verapdf.processor.FormatOption;
import org.verapdf.processor.ProcessorConfig;
import org.verapdf.processor.ProcessorFactory;
import org.verapdf.processor.TaskType;
import org.verapdf.processor.plugins.PluginsCollectionConfig;

/**
 * Writes veraPDF's own report of a PDF file held against a flavour, as its command line does.
 *
 * <p>Arguments: the PDF, the flavour as veraPDF names it ({@code 3a}), and where the report goes;
 * a name that ends in {@code .json} makes it JSON, else it is XML.
 */
public final class Report {
  private Report() {}

  public static void main(String[] args) throws Exception {
    if (args.length != 3) {
      System.err.println("expected PDF FLAVOUR REPORT");
      System.exit(2);
    }
    VeraGreenfieldFoundryProvider.initialise();
    ValidatorConfig rules =
        ValidatorFactory.createConfig(PDFAFlavour.byFlavourId(args[1]), false, 100, false);
    ProcessorConfig config =
        ProcessorFactory.fromValues(
            rules,
            FeatureFactory.defaultConfig(),
            PluginsCollectionConfig.defaultConfig(),
            FixerFactory.defaultConfig(),
            EnumSet.of(TaskType.VALIDATE));
    FormatOption format = args[2].endsWith(".json") ? FormatOption.JSON : FormatOption.XML;
    try (OutputStream out = new FileOutputStream(args[2]);
        BatchProcessor processor = ProcessorFactory.fileBatchProcessor(config)) {
      BatchProcessingHandler handler = ProcessorFactory.getHandler(format, false, out, false);
      processor.process(List.of(new File(args[0])), handler); // which closes the handler
    }
  }
}
