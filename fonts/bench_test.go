package fonts

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// sample is running Danish text of a report's kind.
const sample = `Kommunerne har i 2024 arbejdet målrettet med at skabe bedre rammer for børn, unge og ældre.
Årets resultat viser et underskud på 38,9 mio. kr., og egenkapitalen udgør ved årets udgang 799,7 mio. kr. Bestyrelsen
foreslår, at underskuddet dækkes af de overførte midler. Aftalen om kommunernes økonomi giver et løft af servicerammen på
3,4 mia. kr., og den skal blandt andet gå til de stigende udgifter på det specialiserede socialområde. Der er fortsat behov
for at frigøre tid til kerneopgaven ved at fjerne unødige krav om dokumentation. Den grønne omstilling kræver store
investeringer i klimatilpasning, vandmiljø og energi, og det kan kun lykkes, hvis stat, kommuner og erhvervsliv løfter i
fællesskab. På sundhedsområdet blev der indgået en bred politisk aftale, som flytter en række opgaver fra kommunerne til
regionerne. Det har foreningens delegerede drøftet på møder over hele landet, og synspunkterne er taget med i høringssvaret.`

// TestAverageWidth records the average character width of running text, which
// measures are reckoned from.
func TestAverageWidth(t *testing.T) {
	f := face(t, Embedded(), SerifRegular)
	text := strings.Join(strings.Fields(sample), " ")
	run := f.Shape(text, 0)
	average := int(run.Width) / utf8.RuneCountInString(text)
	t.Logf("%d units per character", average)
	if average < 400 || average > 550 {
		t.Errorf("%d units per character", average)
	}
}

func BenchmarkShapeCached(b *testing.B) {
	f, words := face(b, Embedded(), SerifRegular), strings.Fields(sample)
	for b.Loop() {
		for _, w := range words {
			f.Shape(w, 0)
		}
	}
	perWord(b, len(words))
}

func BenchmarkShapeCachedParallel(b *testing.B) {
	f, words := face(b, Embedded(), SerifRegular), strings.Fields(sample)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			for _, w := range words {
				f.Shape(w, 0)
			}
		}
	})
	perWord(b, len(words))
}

func BenchmarkShapeCold(b *testing.B) {
	f, words := face(b, Embedded(), SerifRegular), strings.Fields(sample)
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			f.shape(w, 0)
		}
	}
	perWord(b, len(words))
}

func perWord(b *testing.B, words int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*words), "ns/word")
}

func BenchmarkFirstWord(b *testing.B) {
	for _, id := range IDs() {
		b.Run(string(id), func(b *testing.B) {
			for b.Loop() {
				face(b, Embedded(), id).Shape("Beretning", 0)
			}
		})
	}
}
