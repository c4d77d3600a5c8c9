package main
import ("fmt";"math/rand";"os")
func show(w string,c []int)string{s:="";f:=0;for _,i:=range c{s+=w[f:i]+"|";f=i};return s+w[f:]}
func main(){
 a,err:=readAffixes("/usr/share/hunspell/da_DK.aff"); if err!=nil{panic(err)}
 d,err:=readDictionary("/usr/share/hunspell/da_DK.dic",a); if err!=nil{panic(err)}
 m:=newModel(d)
 cuts:=m.train()
 fmt.Println(len(m.words),len(cuts))
 r:=rand.New(rand.NewSource(1))
 for range 250 { w:=m.words[r.Intn(len(m.words))]; fmt.Print(show(w,cuts[w])," ") }
 fmt.Println()
 fmt.Println(byCount(m.first)[:150]); fmt.Println(byCount(m.last)[:150])
 f,_:=os.Create("/tmp/cuts.txt"); for _,w:=range m.words{fmt.Fprintln(f,show(w,cuts[w]))}; f.Close()
}
