import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDF files against the standards they are said to meet.
 *
 * <p>Each argument is a file and the flavours it is to meet, as veraPDF names them:
 * {@code report.pdf=2a,ua1}. Exit status 0 says that every rule holds for every file, 1 that one
 * fails, 2 that an argument makes no sense or a file can't be read.
 */
public final class Validate {
  private static final int SHOWN_PER_RULE = 3;

  private Validate() {}

  public static void main(String[] args) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean compliant = args.length > 0;
    for (String arg : args) {
      int equals = arg.lastIndexOf('=');
      if (equals < 0) {
        System.err.println("expected FILE=FLAVOUR[,FLAVOUR ...], not " + arg);
        System.exit(2);
      }
      for (String flavour : arg.substring(equals + 1).split(",")) {
        compliant &= validate(arg.substring(0, equals), flavour);
      }
    }
    System.exit(compliant ? 0 : 1);
  }

  /** Tells what came of one file held against one flavour. */
  private static boolean validate(String file, String id) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
    if (flavour == PDFAFlavour.NO_FLAVOUR) {
      System.err.println("veraPDF has no flavour " + id);
      System.exit(2);
    }
    try (FileInputStream in = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, Integer> failed = failures(result);
      int count = failed.values().stream().mapToInt(Integer::intValue).sum();
      System.out.printf("%s: %s, %d checks, %d failed%n", file, id, result.getTotalAssertions(), count);
      return result.isCompliant() && count == 0 && result.getTotalAssertions() > 0;
    }
  }

  /** Counts the failures of each rule and shows the first of them. */
  private static Map<String, Integer> failures(ValidationResult result) {
    Map<String, Integer> failed = new TreeMap<>();
    for (TestAssertion t : result.getTestAssertions()) {
      if (t.getStatus() != TestAssertion.Status.FAILED) {
        continue;
      }
      String rule = t.getRuleId().getClause() + "-" + t.getRuleId().getTestNumber();
      if (failed.merge(rule, 1, Integer::sum) <= SHOWN_PER_RULE) {
        System.out.println("  " + rule + " " + t.getMessage() + " @ " + t.getLocation().getContext());
      }
    }
    return failed;
  }
}
